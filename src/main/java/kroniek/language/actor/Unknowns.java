package kroniek.language.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.ActorType;
import kroniek.language.actor.Name.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What the names are that no lexicon has: person, organisation, place or none of them. Every occurrence in the article adds its
 * evidence, so that a headline and the beginning of a sentence are settled by what stands elsewhere.
 */
final class Unknowns {

    private final Page page;
    private final Context context;
    private final ClueWeights weights;
    private final Profile none;
    private final Map<String, Profile> profiles = new HashMap<>();

    private Unknowns(Page page, Context context, ClueWeights weights) {
        this.page = page;
        this.context = context;
        this.weights = weights;
        this.none = new Profile(weights);
    }

    static Unknowns of(Page page, Lexicon lexicon, Context context, List<Name> names, Firms firms) {
        Unknowns unknowns = new Unknowns(page, context, lexicon.weights());
        Clues clues = new Clues(page, context, lexicon.ordinary(), Firms.several(names));
        for (Name name : names) {
            if (unknown(name)) {
                Name bare = unknowns.bare(name);
                clues.observe(unknowns.gather(bare), bare.first(), bare.last());
            }
        }
        for (Name name : names) {
            if (unknown(name)) {
                Name bare = unknowns.bare(name);
                clues.conclude(unknowns.profile(bare), bare.first(), bare.last());
                Firms.Firm firm = firms.longer(bare);
                if (firm != null) {
                    unknowns.profile(bare).add(Clue.SHORT_FORM, firm.name());
                }
            }
        }
        for (int i = 0; i + 1 < names.size(); i++) {
            unknowns.row(names.get(i), names.get(i + 1));
        }
        for (int i = names.size() - 1; i > 0; i--) {
            unknowns.row(names.get(i), names.get(i - 1));
        }
        return unknowns;
    }

    private static boolean unknown(Name name) {
        Match match = name.match();
        return name.origin() == Origin.RUN || (match != null && match.kind() == Sense.Kind.SURNAME);
    }

    private String key(Name name) {
        StringBuilder key = new StringBuilder();
        for (int token = name.first(); token <= name.last(); token++) {
            int word = token == name.last() && page.genitive(token) ? page.stem(token) : page.word(token);
            key.append(word).append(' ');
        }
        return key.toString();
    }

    /** The name without the capitalised particle that opens its sentence, which may be an article: De Brekelmans. */
    Name bare(Name name) {
        int first = name.first();
        if (name.origin() != Origin.RUN || !page.opens(first)) {
            return name;
        }
        while (first < name.last() && page.is(first, WordClass.PARTICLE)) {
            first++;
        }
        return first == name.first() ? name : Name.of(page, first, name.last(), Origin.RUN, first);
    }

    /** What stands in one row with a name of a known kind is of that kind: Giroud, Rabiot en Mbappé. */
    private void row(Name known, Name name) {
        int between = known.first() > name.last() ? name.last() + 1 : name.first() - 1;
        boolean beside = known.first() == between + 1 || known.last() == between - 1;
        if (!unknown(name) || !beside || !page.sameSentence(between, name.first())) {
            return;
        }
        Profile p = profile(bare(name));
        ActorType kind = kind(known);
        if (page.text.is(between, ',') || page.text.word(between).equals("en")) {
            like(p, kind, known.text(page));
        } else if (kind == ActorType.PERSON
                && known.last() < between
                && page.text.word(between).equals("van")) {
            p.add(Clue.PERSON_OF, known.text(page));
        }
    }

    private static void like(Profile p, @Nullable ActorType kind, String known) {
        if (kind == ActorType.PERSON) {
            p.add(Clue.BESIDE_PERSON, known);
        } else if (kind == ActorType.ORGANISATION) {
            p.add(Clue.BESIDE_ORGANISATION, known);
        } else if (kind != null) {
            p.add(Clue.BESIDE_PLACE, known);
        }
    }

    private @Nullable ActorType kind(Name name) {
        if (name.fullPerson()) {
            return ActorType.PERSON;
        }
        Match match = name.match();
        if (match != null) {
            return match.kind() == Sense.Kind.SURNAME
                    ? ActorType.PERSON
                    : match.sense().type();
        }
        return name.origin() == Origin.ORGANISATION ? ActorType.ORGANISATION : type(bare(name));
    }

    private Profile gather(Name name) {
        return profiles.computeIfAbsent(key(name), k -> new Profile(weights));
    }

    /** The evidence about a name's spelling. */
    Profile profile(Name name) {
        return profiles.getOrDefault(key(name), none);
    }

    /** Whether a name is that of a product: it is nothing, and somewhere its maker stands right before it. */
    boolean product(Name name) {
        if (name.origin() != Origin.RUN) {
            return false;
        }
        Profile p = profile(bare(name));
        return p.type() == null && p.counts().containsKey(Clue.MAKER_BEFORE);
    }

    /** Whether a noun for an organisation stands right before the name. */
    boolean announced(Name name) {
        return context.beforeIs(name.first(), WordClass.ORGANISATION_NOUN)
                || context.nounBefore(name.first(), Suffixes.Says.ORGANISATION);
    }

    /** Whether a row of capitals is the full name of a person. */
    boolean fullPerson(Name name) {
        return name.origin() == Origin.RUN
                && !page.is(name.first(), WordClass.PARTICLE)
                && (Clues.words(page, name.first(), name.last()) > 1 || initialled(name))
                && type(name) == ActorType.PERSON;
    }

    private boolean initialled(Name name) {
        return name.surname() > name.first() && page.text.is(name.last(), '.');
    }

    /** What the name is, or null if the article does not say. */
    @Nullable
    ActorType type(Name name) {
        return profile(name).type();
    }
}
