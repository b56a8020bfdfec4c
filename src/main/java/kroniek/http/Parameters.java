package kroniek.http;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.query.Page;
import kroniek.query.Position;
import kroniek.query.Related;
import kroniek.topic.Sort;
import org.jspecify.annotations.Nullable;

/** The query parameters that several routes share. */
final class Parameters {

    static final int DEFAULT_LIMIT = 50;

    private static final int LONGEST_TYPED = 200;
    private static final String A_MONTH = "a month as YYYY-MM, for example 2018-03";

    private static final List<ActorType> COUNTED = Arrays.stream(ActorType.values())
            .filter(type -> type != ActorType.PLACE)
            .toList();

    static final Parameter<YearMonth> MONTH = new Parameter<>("month", A_MONTH, Parameters::month);
    static final Parameter<YearMonth> FROM = new Parameter<>("from", A_MONTH, Parameters::month);
    static final Parameter<YearMonth> TO = new Parameter<>("to", A_MONTH, Parameters::month);

    static final Parameter<ActorType> TYPE = new Parameter<>("type", "one of " + COUNTED, value -> COUNTED.stream()
            .filter(type -> type.name().equals(value))
            .findFirst());

    /** By how much its share has risen; worked out when it is asked for, where the other rankings are kept. */
    static final String RISE = "rise";

    private static final List<String> SORTS = Stream.concat(
                    Arrays.stream(Sort.values()).map(Sort::code), Stream.of(RISE))
            .toList();

    static final Parameter<String> SORT = new Parameter<>(
            "sort", "one of " + SORTS, value -> Optional.of(value).filter(SORTS::contains));

    /** What related actors are ranked by; of the same name as {@link #SORT}. */
    static final Parameter<Related.Order> RELATED_ORDER =
            new Parameter<>("sort", "one of [articles, association]", value -> Arrays.stream(Related.Order.values())
                    .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst());

    static final Parameter<Integer> LIMIT =
            new Parameter<>("limit", "a number from 1 to " + Page.MOST, Parameters::limit);

    /** Where a page begins; what its reader was given as {@code next}, and which only this program reads. */
    static final Parameter<String> AFTER =
            new Parameter<>("after", "the next of an answer to the same question", Parameters::cursor);

    /** Whether a standby may answer while partitions are handed out; the answer is then marked. */
    static final Parameter<String> STALE = new Parameter<>(
            "stale", "allowed, or left out", value -> Optional.of(value).filter("allowed"::equals));

    /** What an answer must reflect: the position of something that was written, or the header of an answer before. */
    static final Parameter<Position> MIN_POSITION =
            new Parameter<>("minPosition", "offsets of the raw topic by partition, for example 0:124", Position::parse);

    static final Parameter<Format> FORMAT =
            new Parameter<>("format", "one of [json, csv]", value -> Arrays.stream(Format.values())
                    .filter(format -> format.name().equals(value))
                    .findFirst());

    static final Parameter<String> ACTOR = new Parameter<>("actor", "the id of an actor", Parameters::given);
    static final Parameter<String> ID = new Parameter<>("id", "the id of an article", Parameters::given);
    static final Parameter<String> Q = new Parameter<>(
            "q", "the beginning of a name, of at most " + LONGEST_TYPED + " characters", value -> Optional.of(value)
                    .filter(typed -> !typed.isBlank() && typed.length() <= LONGEST_TYPED));

    private Parameters() {}

    /** The forms of an answer; the names are what is asked for. */
    enum Format {
        json,
        csv
    }

    /** What {@link #AFTER} is to say for the page behind a row; null where there is none. */
    static @Nullable String next(@Nullable String order) {
        return order == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(order.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> cursor(String value) {
        try {
            String order = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            return Optional.of(order).filter(known -> !known.isEmpty());
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String value) {
        return PartialDate.parse(value).filter(date -> date.day() == null).map(PartialDate::month);
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(id -> !id.isEmpty());
    }

    private static Optional<Integer> limit(String value) {
        return value.matches("[1-9][0-9]{0,3}")
                ? Optional.of(Integer.valueOf(value)).filter(limit -> limit <= Page.MOST)
                : Optional.empty();
    }
}
