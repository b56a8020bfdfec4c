package kroniek.language.actor;

import java.util.Locale;

/**
 * One thing that an article can show about a name that no lexicon has. What each is worth as evidence stands in {@code actors/clues.tsv}, with
 * an example.
 */
enum Clue {
    /** The name is one word. */
    ONE_WORD,
    /** The name is two capitalised words. */
    TWO_WORDS,
    /** The name is three capitalised words. */
    THREE_WORDS,
    /** The name is four capitalised words or more. */
    MANY_WORDS,
    /** It stands only where any word has a capital: at the beginning of a sentence or a quotation. */
    ONLY_OPENS,
    /** It stands once or more where only a name has a capital, and more than once in all. */
    REPEATED,
    /** It stands only at the beginning of sentences, and its one word is an ordinary Dutch word. */
    ORDINARY,
    /** One word of up to six capitals. */
    ACRONYM,
    /** Several words, the first all capitals and no given name. */
    ACRONYM_FIRST,
    /** Capitals inside a word: TekstTak. */
    INNER_CAPITAL,
    /** It ends with the initial of a surname that is not printed. */
    INITIAL,
    /** Its first word is a given name. */
    GIVEN_NAME,
    /** A small particle stands inside it: van, el, dos. */
    PARTICLE_INSIDE,
    /** One of its several words is a frequent English one. */
    ENGLISH,
    /** Its last word ends like a name of an organisation. */
    ORGANISATION_ENDING,
    /** Its only word ends like a name of a place. */
    PLACE_ENDING,
    /** The last of its words ends like a name of a place. */
    PLACE_ENDING_BEHIND_WORDS,
    /** Its last word ends like a name of neither: -prijs. */
    THING_ENDING,
    /** Its last word ends like a surname: -stra, -ovic. */
    SURNAME_ENDING,
    /** It is the beginning of the longer name of an organisation in the article. */
    SHORT_FORM,
    /** A title or a noun for a person stands before. */
    ROLE_BEFORE,
    /** A noun for an organisation stands before. */
    ORGANISATION_NOUN_BEFORE,
    /** A noun for a place stands before. */
    PLACE_NOUN_BEFORE,
    /** A noun for neither stands before: film, orkaan. */
    THING_NOUN_BEFORE,
    /** A preposition of place stands before. */
    LOCATIVE_BEFORE,
    /** A post over a place and "van" stand before: burgemeester van. */
    REIGNED_OVER,
    /** Somebody works for it. */
    EMPLOYS,
    /** A role and "van" stand before: topman van. */
    HEAD_OF,
    /** What an organisation has and "van" stand before: fabriek van, aandelen van. */
    POSSESSION_OF,
    /** A person's full name and "van" stand before. */
    PERSON_OF,
    /** A preposition stands before that places and organisations share: bij, rond. */
    NEAR_BEFORE,
    /** A preposition stands before a party to something: met, tegen. */
    PARTY_BEFORE,
    /** An article stands before. */
    ARTICLE_BEFORE,
    /** A preposition of place and an article stand before. */
    AT_ARTICLE_BEFORE,
    /** The adjective of a country stands before: het Amerikaanse, de Britse. */
    DEMONYM_BEFORE,
    /** "het" and the adjective of a country or region stand before: het Franse. */
    NEUTER_DEMONYM_BEFORE,
    /** "in het" and the adjective of a country or region stand before. */
    IN_NEUTER_DEMONYM_BEFORE,
    /** A number stands before: 737 MAX. */
    NUMBER_BEFORE,
    /** The name of a maker stands right before: Toyota Camry. */
    MAKER_BEFORE,
    /** One of its words is the name of a model or product. */
    MODEL,
    /** An acronym behind "de" goes up or down by a percentage: a share index. */
    INDEX,
    /** It is the town, in capitals, that an article is sent from. */
    DATELINE,
    /** The article names several firms. */
    BUSINESS,
    /** A verb of speaking stands beside it. */
    SPEAKS,
    /** A verb of acting stands behind. */
    ACTS,
    /** A word that looks like a finite verb stands behind. */
    VERB_AFTER,
    /** An age or a party stands in brackets behind. */
    AGE_OR_PARTY,
    /** An apposition with a noun for a person follows. */
    ROLE_AFTER,
    /** An apposition with a noun for an organisation follows. */
    ORGANISATION_NOUN_AFTER,
    /** An apposition with a noun for a place follows. */
    PLACE_NOUN_AFTER,
    /** "uit" and a name follow: where somebody comes from. */
    COMES_FROM,
    /** "van" and an organisation follow. */
    BELONGS_TO,
    /** A relative clause with "dat" follows. */
    RELATIVE_NEUTER,
    /** A relative clause with "die" follows. */
    RELATIVE_COMMON,
    /** A percentage follows: wint 1,2 procent. */
    SHARE_PRICE,
    /** A compound for what an organisation has follows the hyphen: -topman. */
    POSSESSION_AFTER,
    /** Another small word is joined with a hyphen. */
    COMPOUND,
    /** It stands in quotation marks of its own. */
    QUOTED,
    /** A number follows. */
    NUMBER_AFTER,
    /** A number is joined to it: a flight, a road, MD-82. */
    CODE,
    /** It stands in one row with a person. */
    BESIDE_PERSON,
    /** It stands in one row with an organisation. */
    BESIDE_ORGANISATION,
    /** It stands in one row with a place. */
    BESIDE_PLACE;

    private final String code;

    Clue() {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of the clue in the data: {@code role-before}. */
    String code() {
        return code;
    }
}
