package kroniek.query;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.topic.RankKey;
import kroniek.topic.ReadStore;
import kroniek.topic.ReadStore.Like;
import kroniek.topic.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The first actor months of the rankings of some months, as one ranking; the number is the change from the month before. The partitions of an instance
 * answer together: a ranking is read no further than its places are among the first of all that were read before, and only the rows of the first are
 * looked up.
 *
 * @param after the order of the row that the page stands behind, or null
 * @param limit how many at most
 */
public record Top(
        Sort sort,
        List<String> months,
        List<ActorType> types,
        @Nullable String after,
        int limit) implements Question {

    private static final Comparator<Place> LAST_FIRST =
            Comparator.comparing(Place::order, Keys.ORDER).reversed();

    /** Copies the lists, and checks the parts. */
    public Top {
        Objects.requireNonNull(sort);
        months = List.copyOf(months);
        months.forEach(Months::require);
        types = List.copyOf(types);
        Page.requireRows(limit);
    }

    /**
     * A place in the ranking of all months.
     *
     * @param order the place in the ranking of its month, and behind {@link Keys#LOWEST}, which keeps all in the order of these, the month:
     *     among equals of several months, the earliest stands first
     * @param stores the partition that has it
     */
    private record Place(String order, Partition stores) {}

    @Override
    public Like topic() {
        return Like.MENTIONS;
    }

    @Override
    public List<Row> in(Partition stores) {
        return in(List.of(stores));
    }

    @Override
    public List<Row> in(List<Partition> partitions) {
        List<Row> rows = new ArrayList<>();
        String behind = after;
        int missing = limit;
        // A row may be gone by the time its place is looked at; what stands behind takes it, or the page would seem the
        // last.
        while (missing > 0) {
            List<Place> places = places(partitions, behind, missing);
            places.forEach(place -> add(place, rows));
            boolean last = places.size() < missing;
            missing = last ? 0 : limit - rows.size();
            behind = last ? null : places.get(places.size() - 1).order();
        }
        return rows;
    }

    /** The first places behind one of them, or of all. */
    private List<Place> places(List<Partition> partitions, @Nullable String behind, int most) {
        PriorityQueue<Place> first = new PriorityQueue<>(LAST_FIRST);
        for (String month : months) {
            for (ActorType type : types) {
                String prefix = RankKey.prefix(sort, YearMonth.parse(month), type);
                partitions.forEach(stores -> collect(stores, month, prefix, behind, most, first));
            }
        }
        return first.stream().sorted(LAST_FIRST.reversed()).toList();
    }

    private static void collect(
            Partition stores,
            String month,
            String prefix,
            @Nullable String behind,
            int most,
            PriorityQueue<Place> first) {
        String from = behind == null ? "" : behind.split(String.valueOf(Keys.LOWEST), 2)[0];
        stores.range(ReadStore.RANKS, prefix + from, Keys.end(prefix), (key, nothing) -> {
            Place place = new Place(RankKey.place(key, prefix) + Keys.LOWEST + month, stores);
            if (behind != null && Keys.ORDER.compare(place.order(), behind) <= 0) {
                return true;
            }
            first.add(place);
            return first.size() <= most || !first.remove().order().equals(place.order());
        });
    }

    private static void add(Place place, List<Row> rows) {
        int end = place.order().indexOf(Keys.LOWEST);
        String actor = RankKey.actor(place.order().substring(0, end));
        YearMonth month = YearMonth.parse(place.order().substring(end + 1));
        ActorMonth row = place.stores().get(ReadStore.ACTOR_MONTHS, actor + "|" + month);
        if (row != null) {
            ActorMonth before = place.stores().get(ReadStore.ACTOR_MONTHS, actor + "|" + month.minusMonths(1));
            long earlier = before == null ? 0 : before.mentions();
            rows.add(new Row(place.order(), ReadStore.ACTOR_MONTHS.bytes(row), row.mentions() - earlier));
        }
    }
}
