package kroniek.language.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kroniek.domain.ActorType;

/** What an article is about, as far as shared names need it: how often each country is named, and whether it is about sport. */
final class Setting {

    private static final int SPORT_WORDS = 3;

    private final Map<String, Integer> countries = new HashMap<>();
    private final Set<String> organisations = new HashSet<>();
    private final boolean sport;

    private Setting(boolean sport) {
        this.sport = sport;
    }

    static Setting of(Page page, List<Name> names) {
        int words = 0;
        for (int token = page.sentences.first(0); token < page.size(); token++) {
            words += page.is(token, WordClass.SPORT) ? 1 : 0;
        }
        Setting setting = new Setting(words >= SPORT_WORDS);
        for (Name name : names) {
            Match match = name.match();
            if (match != null
                    && match.entry().senses().size() == 1
                    && match.sense().type() == ActorType.ORGANISATION) {
                setting.organisations.add(match.sense().actor().id());
            }
            if (match != null && match.sense().type() == ActorType.COUNTRY) {
                setting.countries.merge(match.sense().actor().id(), 1, Integer::sum);
            } else if (match != null
                    && match.entry().senses().size() == 1
                    && !match.sense().country().isEmpty()
                    && !ministry(match.sense())) {
                setting.countries.merge(match.sense().country(), 1, Integer::sum);
            }
        }
        return setting;
    }

    /** Whether a meaning is a ministry: the lexicon has the Dutch ones, but the words name those of any country. */
    static boolean ministry(Sense sense) {
        return sense.sector() == Sector.STATE && sense.actor().id().startsWith("ministry-");
    }

    /** How often the country with that code, or something of it, is named. */
    int weight(String country) {
        return countries.getOrDefault(country, 0);
    }

    /** Whether the article names an organisation by a name that no other has. */
    boolean names(String organisation) {
        return organisations.contains(organisation);
    }

    /** The country named most, at least twice and more than any other; empty if there is none. */
    String mostNamed() {
        String most = "";
        int weight = 1;
        for (Map.Entry<String, Integer> entry : countries.entrySet()) {
            if (entry.getValue() > weight) {
                weight = entry.getValue();
                most = entry.getKey();
            } else if (entry.getValue() == weight) {
                most = "";
            }
        }
        return most;
    }

    boolean sport() {
        return sport;
    }
}
