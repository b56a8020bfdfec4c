package kroniek.language.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Rejected;
import kroniek.language.actor.Sense.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which of several bearers a name means: the country beside it or most named in the article, sport or not, a preposition of place. A
 * tie is left open.
 */
final class SharedNames {

    private static final int DATELINE = 20;
    private static final int BRACKETED = 20;
    private static final int ACTS = 9;
    /** What the bearer has that the article names in full too. */
    private static final int NAMED = 10;
    /** What a firm that the name usually means has to set against the place. */
    private static final int USUAL = 8;

    private static final String HOME = "NLD";

    private final Page page;
    private final Lexicon lexicon;
    private final Context context;
    private final Setting setting;
    private final Capitals capitals;

    SharedNames(Page page, Lexicon lexicon, Context context, Setting setting) {
        this.page = page;
        this.lexicon = lexicon;
        this.context = context;
        this.setting = setting;
        this.capitals = new Capitals(page, lexicon, context, setting);
    }

    /** The bearer that the article supports best. */
    Find choose(Name name, Match match) {
        List<Sense> senses = match.entry().bearers();
        Actor abroad = ministryAbroad(senses, match);
        if (abroad != null) {
            return Find.of(abroad, senses.get(0).form(), "ministry-abroad", country(match))
                    .rejecting(List.of(rejected(senses.get(0), "another country's name goes with it")));
        }
        if (senses.size() == 1) {
            return find(senses.get(0), match, "in the lexicon", name);
        }
        int best = Integer.MIN_VALUE;
        List<Sense> top = new ArrayList<>();
        for (Sense sense : senses) {
            int score = score(sense, match) + (match.entry().preferred() && sense.equals(match.sense()) ? 1 : 0);
            if (score > best) {
                best = score;
                top.clear();
            }
            if (score == best) {
                top.add(sense);
            }
        }
        if (top.size() == 1) {
            return find(top.get(0), match, facts(top.get(0), match), name)
                    .rejecting(rejected(senses, top.get(0), match));
        }
        List<String> ids =
                new ArrayList<>(top.stream().map(s -> s.actor().id()).distinct().toList());
        Collections.sort(ids);
        return Find.open(top.get(0).type(), ids, "as much speaks for each: " + facts(top.get(0), match));
    }

    private List<Rejected> rejected(List<Sense> senses, Sense chosen, Match match) {
        List<Rejected> rejected = new ArrayList<>();
        for (Sense sense : senses) {
            if (!sense.actor().equals(chosen.actor())) {
                rejected.add(rejected(sense, facts(sense, match)));
            }
        }
        return rejected;
    }

    private static Rejected rejected(Sense sense, String why) {
        return new Rejected(sense.actor().id(), sense.actor().name(), why);
    }

    /** What speaks for a bearer: the points of the score, in words. */
    private String facts(Sense sense, Match match) {
        boolean locative = context.beforeIs(match.first(), WordClass.LOCATIVE);
        boolean club = sense.sector() == Sector.CLUB || sense.sector() == Sector.TEAM;
        boolean place = sense.type() == ActorType.PLACE;
        List<String> facts = new ArrayList<>();
        if (!sense.country().isEmpty()) {
            fact(facts, sense.country().equals(beside(match.first())), "beside an adjective of its country");
            fact(facts, setting.weight(sense.country()) > 0, "the article names its country");
            fact(facts, sense.country().equals(HOME), "Dutch");
        }
        fact(facts, club && setting.sport() && !locative, "the article is about sport");
        boolean firm = sense.sector() == Sector.FIRM || sense.sector() == Sector.MAKER;
        fact(facts, firm && acts(match), "it acts");
        fact(facts, sense.sector() == Sector.MEDIUM && bracketed(match), "between brackets, as a source");
        fact(facts, place && context.dateline(match.first()), "a dateline");
        fact(facts, place && locative, "behind a preposition of place");
        fact(facts, place && !setting.sport(), "the article is not about sport");
        fact(facts, sense.type() == ActorType.COUNTRY, "a country");
        fact(facts, named(sense, match), "the article has its full name too");
        fact(facts, match.entry().preferred() && sense.equals(match.sense()), "what the name usually means");
        return facts.isEmpty() ? "nothing in the article speaks for it" : String.join(", ", facts);
    }

    private static void fact(List<String> facts, boolean holds, String words) {
        if (holds) {
            facts.add(words);
        }
    }

    private String country(Match match) {
        return beside(match.first()).isEmpty()
                ? "the ministry of the country that the article names most"
                : "'" + page.text.word(match.first() - 1) + "' stands before it";
    }

    private Find find(Sense sense, Match match, String why, Name name) {
        if (sense.kind() == Kind.CAPITAL) {
            return capitals.resolve(sense, match.first(), match.last(), match.genitive());
        }
        boolean part = name.origin() == Name.Origin.ELLIPSIS;
        return part
                ? Find.of(sense.actor(), kroniek.domain.Mention.Form.ALIAS, "ellipsis", "first part of a pair of names")
                : Find.of(sense.actor(), sense.form(), sense.kind().rule(), why);
    }

    /**
     * The ministry of another country: {@code het Franse ministerie van Financiën}. The lexicon has the Dutch ones; the id of another one is
     * made from theirs and the country.
     */
    private @Nullable Actor ministryAbroad(List<Sense> senses, Match match) {
        Sense ministry = null;
        for (Sense sense : senses) {
            boolean bare = sense.country().isEmpty() || sense.country().equals(HOME);
            if (bare && Setting.ministry(sense)) {
                ministry = sense;
            }
        }
        if (ministry == null) {
            return null;
        }
        String beside = beside(match.first());
        String country = beside.isEmpty() ? behind(match.last()) : beside;
        country = country.isEmpty() ? foreign(senses) : country;
        if (country.isEmpty() || country.equals(HOME) || has(senses, country)) {
            return null;
        }
        Actor actor = ministry.actor();
        String name = actor.name() + " (" + lexicon.countries().of(country).name() + ")";
        String id = department(actor.id()) + "-" + country.toLowerCase(Locale.ROOT);
        return new Actor(id, name, ActorType.ORGANISATION, true);
    }

    private static boolean has(List<Sense> senses, String country) {
        return senses.stream().anyMatch(sense -> sense.country().equals(country));
    }

    /** The country right behind a ministry: in Peking, van Oekraïne; or empty. */
    private String behind(int last) {
        int token = last + 2;
        if (!page.sameSentence(token, last)) {
            return "";
        }
        Match match = lexicon.trie().longest(page, token, page.sentences.last(page.sentence(token)));
        String word = page.text.word(last + 1);
        boolean seat = match != null && match.kind() == Kind.CAPITAL && word.equals("in");
        boolean land = match != null && match.kind() == Kind.COUNTRY && word.equals("van");
        return match != null && (seat || land) ? match.sense().country() : "";
    }

    /** The country that the article names most, where it names none of those whose ministry the lexicon has; or empty. */
    private String foreign(List<Sense> senses) {
        boolean nobodys = senses.stream().allMatch(sense -> sense.country().isEmpty());
        boolean own = (!nobodys && setting.weight(HOME) > 0)
                || senses.stream().anyMatch(sense -> !sense.country().isEmpty() && setting.weight(sense.country()) > 0);
        return own ? "" : setting.mostNamed();
    }

    /** The id of a Dutch ministry without what only the Dutch one is called: ministry-of-justice. */
    private static String department(String id) {
        String department = id.replace("-netherlands", "");
        int second = department.indexOf("-and-");
        return second < 0 ? department : department.substring(0, second);
    }

    private int score(Sense sense, Match match) {
        boolean locative = context.beforeIs(match.first(), WordClass.LOCATIVE);
        int score = 0;
        if (!sense.country().isEmpty()) {
            score += sense.country().equals(beside(match.first())) ? 8 : 0;
            score += 2 * Math.min(3, setting.weight(sense.country()));
            score += sense.country().equals(HOME) ? 1 : 0;
        }
        boolean club = sense.sector() == Sector.CLUB || sense.sector() == Sector.TEAM;
        boolean place = sense.type() == ActorType.PLACE;
        boolean firm = sense.sector() == Sector.FIRM || sense.sector() == Sector.MAKER;
        score += firm && acts(match) ? ACTS : 0;
        score += sense.sector() == Sector.MEDIUM && bracketed(match) ? BRACKETED : 0;
        score += club && setting.sport() && !locative ? 12 : 0;
        score += place && (locative || article(match.first())) ? 12 : 0;
        score += firm && placed(match) && sense.equals(match.sense()) ? USUAL : 0;
        score += place && !setting.sport() ? 8 : 0;
        score += place && context.dateline(match.first()) ? DATELINE : 0;
        score += sense.type() == ActorType.COUNTRY ? 3 : 0;
        score += named(sense, match) ? NAMED : 0;
        return score;
    }

    /** Whether the article has the organisation's full name too, and the short one is no place's. */
    private boolean named(Sense sense, Match match) {
        return setting.names(sense.actor().id())
                && match.entry().senses().stream().noneMatch(other -> other.type() == ActorType.PLACE);
    }

    /** Whether a place has the name too, and it usually means something else. */
    private static boolean placed(Match match) {
        return match.entry().preferred()
                && match.entry().senses().stream().anyMatch(sense -> sense.type() == ActorType.PLACE);
    }

    /** Whether it is a region or a group of islands with its article: in de Kempen, op de Galapagos. */
    private boolean article(int first) {
        return page.sameSentence(first - 1, first)
                && Folding.fold(page.text.word(first - 1)).equals("de");
    }

    /** Whether it is the subject of a verb of speaking or acting, or something that only a firm has stands behind. */
    private boolean acts(Match match) {
        int next = match.last() + 1;
        boolean verb = page.is(next, WordClass.ACT, match.last()) && !page.is(next, WordClass.COPULA);
        boolean itself = page.opens(match.first())
                && page.sameSentence(next, match.last())
                && page.text.word(next).equals("zelf");
        return verb
                || itself
                || context.speaks(match.first(), match.last())
                || (page.hyphenAfter(match.last()) && page.is(match.last() + 2, WordClass.TAIL));
    }

    private boolean bracketed(Match match) {
        return page.sign(match.first() - 1, '(', match.first());
    }

    /** The country whose adjective stands right before, or empty. */
    private String beside(int first) {
        int token = first - 1;
        if (!page.sameSentence(token, first) || !page.shape(token).named()) {
            return "";
        }
        int begin = page.sameSentence(token - 2, first) && page.hyphenAfter(token - 2) ? token - 2 : token;
        Match match = lexicon.trie().longest(page, begin, token);
        return match != null && match.kind() == Kind.DEMONYM ? match.sense().country() : "";
    }
}
