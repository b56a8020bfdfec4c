package kroniek.language.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.domain.Mention.Rejected;
import kroniek.language.actor.Name.Origin;
import kroniek.language.actor.Sense.Kind;
import org.jspecify.annotations.Nullable;

/** Decides for each name of an article whose it is. */
final class Resolver {

    private static final Set<String> COMMITTEES = Set.of("commissie", "kamercommissie", "raadscommissie");

    private final Page page;
    private final Lexicon lexicon;
    private final Unknowns unknowns;
    private final Firms firms;
    private final Cast cast;
    private final Surnames surnames;
    private final Acronyms acronyms;
    private final Countrymen countrymen;
    private final Capitals capitals;
    private final SharedNames shared;
    private final boolean sport;
    private final Map<Entry, Integer> makers = new HashMap<>();
    private final Set<Integer> products = new HashSet<>();

    Resolver(Page page, Lexicon lexicon, Context context, List<Name> names) {
        this.page = page;
        this.lexicon = lexicon;
        Setting setting = Setting.of(page, names);
        this.sport = setting.sport();
        this.firms = Firms.of(page, lexicon, names);
        this.unknowns = Unknowns.of(page, lexicon, context, names, firms);
        this.cast = Cast.of(page, lexicon, names, unknowns);
        this.surnames = new Surnames(page, cast, context, setting);
        this.acronyms = Acronyms.of(page, firms, names);
        this.countrymen = new Countrymen(page, lexicon, context);
        this.capitals = new Capitals(page, lexicon, context, setting);
        this.shared = new SharedNames(page, lexicon, context, setting);
        for (Name name : names) {
            if (unknowns.product(name)) {
                products.add(name.first());
            }
            Match match = name.match();
            if (match != null
                    && maker(match.sense())
                    && !cast.surname(page.word(match.last())).isEmpty()) {
                makers.putIfAbsent(match.entry(), name.first());
            }
        }
    }

    /** Whether the name of a product begins at a token. */
    boolean product(int token) {
        return products.contains(token);
    }

    /** Who or what the name is, or null if it names nothing. */
    @Nullable
    Find resolve(Name name) {
        Find introduced = acronyms.introduced(name);
        if (introduced != null) {
            return introduced;
        }
        Match match = name.match();
        boolean bare = name.origin() == Origin.RUN
                || (match != null && (match.kind() == Kind.SURNAME || match.kind() == Kind.ORGANISATION));
        if (bare && page.is(name.first() - 1, WordClass.FAMILY, name.first())) {
            return null;
        }
        if (match != null) {
            return known(name, match);
        }
        if (name.origin() == Origin.GIVEN_NAME || name.origin() == Origin.EAST) {
            return fullPerson(name);
        }
        if (name.origin() == Origin.ORGANISATION) {
            return venue(name)
                    ? place(name, "a word for an airport or a hall in the name, which does not act")
                    : Find.of(
                            firms.actor(name),
                            Form.NAME,
                            "organisation-word",
                            "a word for an organisation in the name");
        }
        return run(name);
    }

    private Find fullPerson(Name name) {
        Actor actor = Cast.actor(page, lexicon, name);
        surnames.seen(name, actor.id());
        String how = name.origin() == Origin.EAST ? "the family name first" : "a given name, then a surname";
        return Find.of(actor, Form.NAME, "person-by-shape", how);
    }

    /** Whether an airport or a hall does not act, and so is a place. */
    private boolean venue(Name name) {
        int next = name.last() + 1;
        boolean acts = page.is(next, WordClass.ACT, name.last())
                || page.is(next, WordClass.SPEECH, name.last())
                || page.is(name.first() - 1, WordClass.SPEECH, name.first())
                || page.hyphenAfter(name.last());
        return !acts && (page.is(name.last(), WordClass.VENUE) || page.is(name.first(), WordClass.VENUE));
    }

    private Find place(Name name, String why) {
        Actor place = Cast.provisional(lexicon, stripped(name), ActorType.PLACE);
        return Find.of(place, Form.NAME, "place-by-context", why);
    }

    private @Nullable Find known(Name name, Match match) {
        Find person = namesake(name, match);
        if (person != null) {
            return person;
        }
        Sense sense = match.sense();
        return switch (match.kind()) {
            case PERSON -> {
                surnames.seen(name, sense.actor().id());
                yield match.entry().senses().size() > 1 ? shared.choose(name, match) : person(match, sense.actor());
            }
            case SURNAME -> {
                Find found = surnames.resolve(name);
                yield found == null && !page.loud(name.first()) ? nobodyKnown(name) : found;
            }
            case DEMONYM -> {
                Find found = countrymen.adjective(match);
                yield found == null || match.entry().senses().size() == 1 ? found : shared.choose(name, match);
            }
            case INHABITANTS -> countrymen.people(match);
            case CAPITAL -> match.entry().senses().size() > 1 ? shared.choose(name, match) : capitals.resolve(match);
            case NOTHING -> null;
            case ORGANISATION -> organisation(name, match);
            case COUNTRY, METONYM, PLACE ->
                ordinaryOpener(match) || countrymen.inhabitant(match) ? null : shared.choose(name, match);
        };
    }

    private @Nullable Find organisation(Name name, Match match) {
        if (standsThere(name, match)) {
            return place(name, "behind a preposition of place");
        }
        boolean nobody = inhabitant(match)
                || inRoleName(match)
                || headOfCompound(match)
                || (ordinaryOpener(match) && !acts(match));
        return nobody ? null : shared.choose(name, match);
    }

    /** A name that persons of the lexicon have too, and none of them is meant. */
    private @Nullable Find nobodyKnown(Name name) {
        Find found = unknown(name);
        return found == null ? null : found.rejecting(surnames.unfit(name));
    }

    /** A ministry inside a role name is no mention: minister van Defensie. */
    private boolean inRoleName(Match match) {
        int van = match.first() - 1;
        boolean given = page.is(match.first(), WordClass.DEPARTMENT)
                && page.is(match.last(), WordClass.DEPARTMENT)
                && (page.is(van, WordClass.PORTFOLIO, match.first())
                        || page.is(match.last() + 1, WordClass.PORTFOLIO, match.first())
                        || goesTo(van)
                        || committee(van));
        boolean listed = page.is(match.first(), WordClass.DEPARTMENT)
                && page.opens(match.first())
                && page.sign(match.last() + 1, ':', match.last())
                && page.shape(match.last() + 2).named()
                && page.is(match.last() + 2, WordClass.FIRST_NAME, match.last());
        if (match.sense().sector() == Sector.STATE && (given || listed || postIn(match))) {
            return true;
        }
        return match.sense().sector() == Sector.STATE
                && page.sameSentence(van - 1, match.first())
                && page.text.word(van).equals("van")
                && lexicon.posts().governs(page.word(van - 1));
    }

    /** Whether a committee of a parliament or council has the field: de Kamercommissie Binnenlandse Zaken. */
    private boolean committee(int token) {
        return page.sameSentence(token, token + 1) && COMMITTEES.contains(Folding.fold(page.text.word(token)));
    }

    /** Whether somebody is put in charge: Jan Jansen gaat naar, verhuist Jansen naar. */
    private boolean goesTo(int preposition) {
        if (!page.sameSentence(preposition, preposition + 1)
                || !page.text.word(preposition).equals("naar")) {
            return false;
        }
        int token = preposition - 1;
        while (page.sameSentence(token, preposition) && page.shape(token).named()) {
            token--;
        }
        return page.is(token, WordClass.MOVE, preposition);
    }

    /** The ministry in brackets behind a minister's name: minister Bos (Financiën). */
    private boolean postIn(Match match) {
        return match.sense().actor().id().startsWith("minist")
                && page.sign(match.first() - 1, '(', match.first())
                && page.sign(match.last() + 1, ')', match.last())
                && page.shape(match.first() - 2).named()
                && page.sameSentence(match.first() - 2, match.first());
    }

    /** A paper that is called after a people, where a person is meant: De Limburger Tom Dumoulin. */
    private boolean inhabitant(Match match) {
        int next = match.last() + 1;
        Entry people = match.last() == match.first() + 1 ? lexicon.trie().single(page.word(match.last())) : null;
        return people != null
                && people.sense().kind() == Kind.NOTHING
                && page.opens(match.first())
                && !page.is(next, WordClass.SPEECH, match.last());
    }

    /** An airport or a hall of the lexicon behind a preposition of place: op Torvella Airport. */
    private boolean standsThere(Name name, Match match) {
        int before = name.first() - 1;
        return page.is(name.last(), WordClass.VENUE)
                && match.entry().sole()
                && page.sameSentence(before, name.first())
                && (page.is(before, WordClass.LOCATIVE)
                        || page.text.word(before).equalsIgnoreCase("op")
                        || page.text.word(before).equalsIgnoreCase("vanaf"))
                && !page.hyphenAfter(name.last());
    }

    /** A general word before a hyphen and a name is another body: Commissie-Remkes. */
    private boolean headOfCompound(Match match) {
        return match.first() == match.last()
                && page.is(match.first(), WordClass.ORGANISATION_WORD)
                && page.hyphenAfter(match.last())
                && page.shape(match.last() + 2).named();
    }

    /** {@code Justitie eist}: behind the opening word stands what an organisation does. */
    private boolean acts(Match match) {
        int next = match.last() + 1;
        return page.is(next, WordClass.ACT, match.last()) || page.is(next, WordClass.SPEECH, match.last());
    }

    /** A frequent word with the capital of a sentence's beginning is no name unless it has that capital elsewhere too. */
    private boolean ordinaryOpener(Match match) {
        int token = match.first();
        return match.last() == token
                && page.shape(token) == Shape.CAPITAL
                && page.opens(token)
                && !lexicon.trie().small(page.word(token))
                && !bracketed(match)
                && !(sport && match.sense().sector() == Sector.TEAM)
                && !(page.hyphenAfter(token) && page.is(token + 2, WordClass.ROLE))
                && (page.is(token, WordClass.COMMON) || page.is(token, WordClass.FUNCTION) || page.alsoLower(token));
    }

    /** (Groen), (Groen, 34). */
    private boolean bracketed(Match match) {
        return page.sign(match.first() - 1, '(', match.first())
                && (page.sign(match.last() + 1, ')', match.last()) || page.sign(match.last() + 1, ',', match.last()));
    }

    /** A name of one word is short for the longer one, where the article has that too: Abiy, Memphis. */
    private Find person(Match match, Actor actor) {
        Member member = cast.member(actor.id());
        String surface = match.entry().surface();
        return member != null && member.fullName.length() > surface.length() && member.fullName.contains(surface)
                ? Find.of(actor, Form.COREFERENCE, "short-name", "full name '" + member.fullName + "' in the article")
                : Find.of(actor, Form.NAME, match.kind().rule(), "in the lexicon");
    }

    /** A person of the article whose surname is also a place, a club or a firm: Denzel Washington, Tom van Oord. */
    private @Nullable Find namesake(Name name, Match match) {
        boolean particled = match.last() == match.first() + 1 && page.is(match.first(), WordClass.PARTICLE);
        boolean may = (particled || match.first() == match.last())
                && match.kind() != Kind.SURNAME
                && match.kind() != Kind.PERSON
                && !cast.surname(page.word(match.last())).isEmpty()
                && !page.is(match.first() - 1, WordClass.LOCATIVE, match.first());
        Find found = may && match.kind() != Kind.COUNTRY && !earlier(match) ? surnames.resolve(name) : null;
        return found == null ? null : found.rejecting(others(match, found));
    }

    /** What else the lexicon has under the name of a person of the article. */
    private static List<Rejected> others(Match match, Find found) {
        List<Rejected> others = new ArrayList<>(found.rejected());
        for (Sense sense : match.entry().senses()) {
            boolean actor = sense.kind() != Kind.NOTHING && sense.person() == null;
            if (actor) {
                String why = "the article has a person of that name";
                others.add(new Rejected(sense.actor().id(), sense.actor().name(), why));
            }
        }
        return others;
    }

    private static boolean maker(Sense sense) {
        return sense.sector() == Sector.MAKER || sense.sector() == Sector.FIRM;
    }

    /** Whether a maker or another firm was named before the person whose surname it has: Tesla, called after Nikola Tesla. */
    private boolean earlier(Match match) {
        Integer maker = makers.get(match.entry());
        return maker != null
                && cast.surname(page.word(match.last())).stream().noneMatch(member -> member.firstToken < maker);
    }

    private @Nullable Find run(Name name) {
        Find acronym = acronyms.resolve(name);
        if (acronym != null) {
            return acronym;
        }
        if (page.is(name.first(), WordClass.DIRECTION) && page.hyphenAfter(name.first())) {
            Actor region = Cast.provisional(lexicon, stripped(name), ActorType.PLACE);
            return Find.of(region, Form.NAME, "region", "part of a country");
        }
        if (unknowns.fullPerson(name) && cast.whole(name) == null && !page.loud(name.first())) {
            Actor actor = Cast.provisional(lexicon, name.text(page));
            surnames.seen(name, actor.id());
            return Find.of(
                    actor,
                    Form.NAME,
                    "person-by-context",
                    unknowns.profile(name).why(ActorType.PERSON));
        }
        Find shared = cast.sharedSurname(name);
        if (shared != null) {
            return shared;
        }
        if (firm(name)) {
            return organisation(name, "organisation-by-context", "a word for an organisation beside it");
        }
        Find person = surnames.resolve(name);
        boolean guess = person == null
                && !page.loud(name.first())
                && (page.shape(name.first()) != Shape.INITIAL || name.last() > name.first() + 1);
        return guess ? unknown(unknowns.bare(name)) : person;
    }

    /** Whether a name that a person of the article has too is a firm's there: koekfabriek Jansema, Jansema-topman. */
    private boolean firm(Name name) {
        return name.first() == name.last()
                && !cast.surname(page.word(name.first())).isEmpty()
                && !page.is(name.first() - 1, WordClass.ROLE, name.first())
                && (unknowns.announced(name)
                        || (page.hyphenAfter(name.last()) && page.is(name.last() + 2, WordClass.TAIL)));
    }

    private @Nullable Find unknown(Name name) {
        ActorType type = unknowns.type(name);
        String why = type == null ? "" : unknowns.profile(name).why(type);
        if (type == ActorType.PERSON) {
            Actor actor = Cast.provisional(lexicon, stripped(name));
            return Find.of(actor, Form.ALIAS, "person-by-context", why);
        }
        Firms.Firm firm = type == ActorType.ORGANISATION ? firms.longer(name) : null;
        if (firm != null) {
            return Find.of(firm.actor(), Form.ALIAS, "short-name", "short for '" + firm.name() + "' in the article");
        }
        if (type == ActorType.ORGANISATION) {
            return organisation(name, "organisation-by-context", why);
        }
        if (type == ActorType.PLACE) {
            return place(name, why);
        }
        return null;
    }

    private Find organisation(Name name, String rule, String why) {
        Actor actor = Cast.provisional(lexicon, stripped(name), ActorType.ORGANISATION);
        return Find.of(actor, Form.NAME, rule, why);
    }

    /** The text of the name without a genitive s. */
    private String stripped(Name name) {
        String text = name.text(page);
        return page.genitive(name.last()) && name.match() == null ? text.substring(0, text.length() - 1) : text;
    }

    /** The name with the particle that opens its sentence, where the person's full name has it: Van Ommeren is tevreden. */
    private Name particled(Name name, Find find) {
        int particle = name.first() - 1;
        Actor actor = find.actor();
        Member member = actor == null ? null : cast.member(actor.id());
        boolean may = member != null
                && page.sameSentence(particle, name.first())
                && page.opens(particle)
                && page.is(particle, WordClass.PARTICLE)
                && page.shape(particle).named();
        if (!may || member == null) {
            return name;
        }
        String whole = ' ' + page.text.string().substring(page.text.start(particle), name.to());
        int from = member.fullName.length() - whole.length();
        return member.fullName.regionMatches(true, from, whole, 0, whole.length())
                ? new Name(
                        particle,
                        name.last(),
                        page.text.start(particle),
                        name.to(),
                        name.origin(),
                        name.match(),
                        particle)
                : name;
    }

    /** The part of the name that belongs to the mention: without an opening article, a genitive s. */
    Name trimmed(Name name, Find find) {
        if (name.match() != null || name.origin() != Origin.RUN) {
            return find.form() == Form.COREFERENCE ? particled(name, find) : name;
        }
        boolean coreference = find.form() == Form.COREFERENCE || find.rule().equals("ambiguous");
        Name bare = coreference ? particled(name, find) : unknowns.bare(name);
        boolean genitive = page.genitive(name.last());
        return genitive
                ? new Name(bare.first(), bare.last(), bare.from(), bare.to() - 1, bare.origin(), null, bare.surname())
                : bare;
    }
}
