package kroniek.topic;

import java.time.YearMonth;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;

/**
 * The key of one place in the ranking of a month: {@code <sort>|<month>|<type>|<first>|<second>|<actor>}, in which both numbers are written
 * so that the order of the keys' bytes is that of the ranking. A ranking over all types is the merge of those of each.
 */
public final class RankKey {

    /** Numbers between -2^47 and 2^47 have so many digits of hex. */
    private static final int DIGITS = 12;

    private static final long HIGHEST = 1L << 47;
    private static final int NUMBERS = 2 * (DIGITS + 1);

    /** Rises are told apart by a millionth. */
    private static final long RISE_STEPS = 1_000_000;

    private RankKey() {}

    /**
     * The key of a row.
     *
     * @param change its mentions less those of the actor in the month before
     */
    public static String of(Sort sort, ActorMonth row, long change) {
        return switch (sort) {
            case MENTIONS -> of(sort, row, row.mentions(), row.articles());
            case ARTICLES -> of(sort, row, row.articles(), row.mentions());
            case CHANGE -> of(sort, row, change, row.mentions());
        };
    }

    /**
     * The place of a row among those of its month by {@link kroniek.domain.Rise}; where they are equal, by articles.
     *
     * @param before articles of the months before
     */
    public static String ofRise(ActorMonth row, long before) {
        return falling(row.articles() * RISE_STEPS / (before + 1)) + "|" + falling(row.articles()) + "|" + row.actor();
    }

    private static String of(Sort sort, ActorMonth row, long first, long second) {
        return prefix(sort, row.month(), row.type()) + falling(first) + "|" + falling(second) + "|" + row.actor();
    }

    /** What the keys of a ranking begin with; the rest of a key is its {@link #place}. */
    public static String prefix(Sort sort, YearMonth month, ActorType type) {
        return sort.code() + "|" + month + "|" + type.name() + "|";
    }

    /** The part of a key that orders it among those of all types: the numbers and the actor. */
    public static String place(String key, String prefix) {
        return key.substring(prefix.length());
    }

    /** The actor at a place. */
    public static String actor(String place) {
        return place.substring(NUMBERS);
    }

    /** The larger the number, the earlier in the alphabet. */
    private static String falling(long number) {
        if (number <= -HIGHEST || number >= HIGHEST) {
            throw new IllegalArgumentException("cannot be ranked: " + number);
        }
        String digits = Long.toHexString(HIGHEST - number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
