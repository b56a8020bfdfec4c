package kroniek.domain;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Two clocks: how many mentions of one actor, published in one month, stand in sentences that speak of another, or of the same.
 *
 * @param actor the actor's id
 * @param month the month of publication
 * @param mentioned the month that the sentences speak of; null where the text does not settle one
 * @param mentions how many mentions; at least 1
 */
public record ActorMonthMentioned(
        String actor, YearMonth month, @Nullable YearMonth mentioned, long mentions) {

    /** What stands for a month that the text leaves open. */
    public static final String OPEN = "open";

    /** The same row with what another article adds. */
    public ActorMonthMentioned plus(ActorMonthMentioned added) {
        return new ActorMonthMentioned(actor, month, mentioned, mentions + added.mentions);
    }

    /** The month that is spoken of, {@code 2018-02}, or {@link #OPEN}. */
    public static String code(@Nullable YearMonth mentioned) {
        return mentioned == null ? OPEN : PartialDate.of(mentioned).toString();
    }

    /** What {@link #code} stands for. */
    public static @Nullable YearMonth parse(String code) {
        return code.equals(OPEN) ? null : YearMonth.parse(code);
    }
}
