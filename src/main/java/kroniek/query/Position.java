package kroniek.query;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far into the raw topic something reaches, written {@code 0:123,1:456}.
 *
 * @param next by partition, the offset behind the last record that belongs to it; a partition that is missing stands at its beginning
 */
public record Position(SortedMap<Integer, Long> next) {

    /** The beginning. */
    public static final Position NONE = new Position(new TreeMap<>());

    /** Longer texts are no positions, of whatever: a pattern that repeats a group takes stack for each. */
    public static final int LONGEST = 2048;

    private static final Pattern FORM = Pattern.compile("\\d{1,6}:\\d{1,18}(,\\d{1,6}:\\d{1,18})*");

    /** Copies the map. */
    public Position {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
    }

    /** The position of these offsets, by partition. */
    public static Position of(Map<Integer, Long> next) {
        return new Position(new TreeMap<>(next));
    }

    /** What is written; empty where that is no position, or names a partition twice. */
    public static Optional<Position> parse(String written) {
        if (written.length() > LONGEST || !FORM.matcher(written).matches()) {
            return Optional.empty();
        }
        SortedMap<Integer, Long> next = new TreeMap<>();
        for (String part : written.split(",", -1)) {
            String[] sides = part.split(":", 2);
            if (next.put(Integer.valueOf(sides[0]), Long.valueOf(sides[1])) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Position(next));
    }

    /** Whether everything before another position is before this one too. */
    public boolean covers(Position other) {
        return other.next.entrySet().stream()
                .allMatch(least -> next.getOrDefault(least.getKey(), 0L) >= least.getValue());
    }

    @Override
    public String toString() {
        return next.entrySet().stream()
                .map(part -> part.getKey() + ":" + part.getValue())
                .collect(joining(","));
    }
}
