package kroniek.language.actor;

import java.util.Locale;

/** What sort of organisation, where a rule asks for it; the lexicon files name it in lower case. */
enum Sector {
    /** None given. */
    NONE,
    /** A government body, agency, ministry, court, central bank. */
    STATE,
    /** A parliament or a chamber of it. */
    PARLIAMENT,
    /** A party. */
    PARTY,
    /** An international body or alliance. */
    INTERNATIONAL,
    /** An armed group. */
    ARMED,
    /** A firm. */
    FIRM,
    /** A firm whose name stands inside the names of its products. */
    MAKER,
    /** A newspaper, broadcaster, press agency. */
    MEDIUM,
    /** A service that others speak through: Twitter. */
    PLATFORM,
    /** A sports club. */
    CLUB,
    /** A national team under its own name. */
    TEAM,
    /** A union, charity, association, federation. */
    SOCIETY,
    /** A school, university, hospital, museum, laboratory. */
    INSTITUTE,
    /** A band or orchestra. */
    BAND;

    static final String CODES = "state, parliament, party, international, armed, firm, maker, medium, platform, club,"
            + " team, society, institute, band";

    /** The sector with that code in lower case. */
    static Sector of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
