package kroniek.topic;

import java.util.Locale;

/** What the actor months of a month are ranked by, the highest first. */
public enum Sort {
    /** Mentions; where they are equal, articles. */
    MENTIONS,
    /** Articles; where they are equal, mentions. */
    ARTICLES,
    /** Mentions less those of the month before, which are 0 where the actor has none there; where they are equal, mentions. */
    CHANGE;

    /** Lower case: {@code mentions}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
