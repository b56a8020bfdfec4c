package kroniek.topic;

import java.time.DateTimeException;
import java.time.YearMonth;

/**
 * The key {@code <actor>|<month>} of topics and stores about one actor in one month.
 *
 * @param actor the actor's id
 * @param month the month of publication
 */
public record ActorMonthKey(String actor, YearMonth month) {

    private static final int MONTH_LENGTH = "2018-02".length();

    /**
     * Reads the first two parts of a key, which may go on after a further {@code |}.
     *
     * @throws IllegalArgumentException if the key does not begin so
     */
    public static ActorMonthKey parse(String key) {
        int bar = key.indexOf('|');
        int end = bar + 1 + MONTH_LENGTH;
        if (bar > 0 && (key.length() == end || (key.length() > end && key.charAt(end) == '|'))) {
            try {
                return new ActorMonthKey(key.substring(0, bar), YearMonth.parse(key.substring(bar + 1, end)));
            } catch (DateTimeException noMonth) {
                // falls through to the complaint
            }
        }
        throw new IllegalArgumentException("not a key <actor>|<month>…: '" + key + "'");
    }

    /** The key of what an article says of an actor in a month: the article id stands last, it may contain anything. */
    public static String of(String actor, String month, String article) {
        return actor + "|" + month + "|" + article;
    }

    /**
     * What stands behind this in a key that goes on: the article id, where it is the key of what an article says.
     *
     * @param key one that begins with this and a further {@code |}
     */
    public String behind(String key) {
        return key.substring(actor.length() + MONTH_LENGTH + 2);
    }

    /** The same actor so many months later. */
    public ActorMonthKey plusMonths(int months) {
        return new ActorMonthKey(actor, month.plusMonths(months));
    }

    @Override
    public String toString() {
        return actor + "|" + month;
    }
}
