package kroniek.language.actor;

import java.util.Locale;

/** What a single word is good for as evidence. The words of each class stand in {@code actors/words/<code>.txt}. */
enum WordClass {
    /** Given names. */
    FIRST_NAME(0),
    /** Korean, Chinese and Vietnamese family names, which stand before the given name. */
    FAMILY_FIRST(1),
    /** Small words inside the names of persons: van, de, al. */
    PARTICLE(2),
    /** Nouns and titles that announce a person: president, trainer. */
    ROLE(3),
    /** Words of kinship: a bare surname after them is not the famous bearer of that name. */
    KIN(4),
    /** Words that, capitalised inside a name, make it the name of an organisation: Universiteit, Group. */
    ORGANISATION_WORD(5),
    /** Legal forms after the name of a firm: NV, Inc. */
    LEGAL_FORM(6),
    /** Nouns that announce an organisation: bedrijf, partij. */
    ORGANISATION_NOUN(7),
    /** Nouns that announce a place: stad, dorp. */
    PLACE_NOUN(8),
    /** Nouns that announce neither: film, wet, orkaan. */
    THING_NOUN(9),
    /** Verbs of speaking, finite. */
    SPEECH(10),
    /** Verbs of acting that a government is the subject of, finite. */
    ACT(11),
    /** Function words, which are never a name and no noun. */
    FUNCTION(12),
    /** Frequent words that stand at the beginning of sentences and are no names. */
    COMMON(13),
    /** Capitalised words that are no actors: weekdays, feasts, languages. */
    NOT_NAME(14),
    /** Prepositions of place. */
    LOCATIVE(15),
    /** Prepositions before a party to something: met, tegen, volgens. */
    PARTY(16),
    /** Small words inside the names of organisations: voor, of, and. */
    LINK(17),
    /** Second parts of compounds with a name: -topman, -gezind, woordvoerder. */
    TAIL(18),
    /** Number words and quantifiers. */
    QUANTITY(19),
    /** Words of sport: wedstrijd, doelpunt. */
    SPORT(20),
    /** Nouns whose possessor acts: regering van, houding van. */
    POWER(21),
    /** Names of models after a maker's name: Model, Galaxy. */
    MODEL(22),
    /** Nouns for a family: the surname after them is nobody alone. */
    FAMILY(23),
    /** Fields of policy in the names of posts: minister van Mobiliteit. */
    DEPARTMENT(24),
    /** Prepositions that stand before places and much else: bij, rond. */
    NEAR(25),
    /** Words that, capitalised before "van" and a name, name an event or a treaty: Ronde, Verdrag. */
    EVENT(26),
    /** Points of the compass before the hyphen of a region: Oost-Oekraïne. */
    DIRECTION(27),
    /** What is counted or measured behind a number: dollar, procent, banen. */
    UNIT(28),
    /** Words behind which the subject stands first: dat, nadat. */
    SUBORDINATOR(29),
    /** States of mind: woedend, bereid. */
    MOOD(30),
    /** Verbs that a town is the subject of as a town: telt, viert. */
    TOWN(31),
    /** Frequent English words, which are no names of persons: Golden, Star. */
    ENGLISH(32),
    /** Words behind the name of a firm that leave it the same firm: Group, Holding. */
    CORPORATE(33),
    /** Words in the names of airports, halls and grounds: Airport, Arena. */
    VENUE(34),
    /** Prepositions that go with nouns of power and states of mind: kritiek op, boos over. */
    AIM(35),
    /** Verbs whose object is a town as a place: bezoekt, verlaat, bombardeert. */
    REACH(36),
    /** Adverbs between a verb and its subject: beslist straks Washington. */
    ADVERB(37),
    /** Words of looking and pointing, which make the party of what stands behind "naar": wijzen naar. */
    LOOK(38),
    /** Verbs behind "van" and the one who allows or demands: van Den Haag mogen wij. */
    PERMIT(39),
    /** Words of travel, near which a capital is a place: de trein tussen Brussel en Parijs. */
    ROUTE(40),
    /** Forms of to be and to become. */
    COPULA(41),
    /** Verbs of getting and keeping, before a department that somebody is put in charge of: krijgt Financiën. */
    PORTFOLIO(42),
    /** Words in the names of radio channels, which one hears something on: Radio 1, Studio Brussel. */
    CHANNEL(43),
    /** Verbs of changing places, before "naar" and a department that somebody is put in charge of: verhuist naar Defensie. */
    MOVE(44);

    private final long bit;

    WordClass(int position) {
        this.bit = 1L << position;
    }

    /** The class as one bit of a set. */
    long bit() {
        return bit;
    }

    /** The file's name: {@code first-name}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
