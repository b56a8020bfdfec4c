package kroniek.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.topic.NameKey;
import kroniek.topic.ReadStore;
import org.jspecify.annotations.Nullable;

/**
 * A search of actors by what a reader types: the actors that have a name, shown in any month and taken from any of its words on, or another name
 * that the lexicon knows, that begins with it. Where nothing does, {@link #tolerant} finds names that begin so but for a typing error. Only
 * actors that have an actor month are found, and each once: under the first of its names.
 *
 * @param typed what is typed, {@link NameKey#folded}; not empty
 * @param tolerant whether typing errors are forgiven: one from 4 characters on, two from 8 on, none in the first character; letters that changed
 *     places are one
 * @param type actors of one type, or null
 * @param after the order of the row that the page stands behind, or null
 * @param limit how many at most
 */
public record NameSearch(
        String typed,
        boolean tolerant,
        @Nullable ActorType type,
        @Nullable String after,
        int limit) {

    /** So long is nothing that a reader typed, folded or not. */
    private static final int LONGEST = 4000;

    private static final int ONE_ERROR = 4;
    private static final int TWO_ERRORS = 8;

    /** Checks its parts, which may come from anywhere. */
    public NameSearch {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            throw new IllegalArgumentException("typed must have from 1 to %d letters".formatted(LONGEST));
        }
        Page.requireRows(limit);
    }

    /** Another name of an actor that a lexicon knows, folded. */
    public record Alias(String folded, String actor) {

        /** Checks its parts. */
        public Alias {
            Objects.requireNonNull(folded);
            Objects.requireNonNull(actor);
        }
    }

    /** With what every name that is found begins. */
    String beginning() {
        return tolerant ? typed.substring(0, typed.offsetByCodePoints(0, 1)) : typed;
    }

    /** Whether any typing error is forgiven in so few letters. */
    static boolean forgives(String typed) {
        return typed.length() >= ONE_ERROR;
    }

    /** How many typing errors lie between what is typed and the beginning of a name; negative where it is too many. */
    int errors(String folded) {
        if (!tolerant) {
            return folded.startsWith(typed) ? 0 : -1;
        }
        int length = typed.length();
        int most = length < ONE_ERROR ? 0 : length < TWO_ERRORS ? 1 : 2;
        int errors = errors(typed, folded, most);
        return errors <= most ? errors : -1;
    }

    /** The least number of letters to add, drop, replace or swap that makes {@code typed} the beginning of {@code name}. */
    private static int errors(String typed, String name, int most) {
        int length = typed.length();
        int[] beforeLast = new int[length + 1];
        int[] last = new int[length + 1];
        for (int i = 0; i <= length; i++) {
            last[i] = i;
        }
        int best = length;
        for (int j = 1; j <= Math.min(name.length(), length + most); j++) {
            int[] now = new int[length + 1];
            now[0] = j;
            for (int i = 1; i <= length; i++) {
                int replaced = last[i - 1] + (typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                now[i] = Math.min(replaced, Math.min(last[i], now[i - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && typed.charAt(i - 1) == name.charAt(j - 2)
                        && typed.charAt(i - 2) == name.charAt(j - 1);
                if (swapped) {
                    now[i] = Math.min(now[i], beforeLast[i - 2] + 1);
                }
            }
            best = Math.min(best, now[length]);
            beforeLast = last;
            last = now;
        }
        return best;
    }

    List<Row> in(Partition stores, List<Alias> aliases) {
        Finds finds = new Finds(stores, aliases);
        String beginning = beginning();
        String first = tolerant || after == null ? beginning : Keys.after(after.substring(1));
        stores.range(ReadStore.NAMES, first, Keys.end(beginning), (key, rows) -> {
            NameKey name = NameKey.parse(key);
            if (type == null || type == name.type()) {
                finds.consider(order(name.folded(), key), name.actor());
            }
            return tolerant || finds.rows.size() < limit;
        });
        aliases.forEach(alias -> finds.consider(order(alias), alias.actor()));
        finds.rows.sort(Question.ORDER);
        return List.copyOf(finds.rows.subList(0, Math.min(limit, finds.rows.size())));
    }

    /** The fewest errors first, then the alphabet; null where the name is not found. */
    private @Nullable String order(String folded, String key) {
        int errors = errors(folded);
        return errors < 0 ? null : errors + key;
    }

    private @Nullable String order(Alias alias) {
        return order(alias.folded(), alias.folded() + NameKey.END + alias.actor());
    }

    /** The actors of one partition that are found. */
    private final class Finds {

        private final Partition stores;
        private final List<Alias> aliases;
        private final List<Row> rows = new ArrayList<>();

        private Finds(Partition stores, List<Alias> aliases) {
            this.stores = stores;
            this.aliases = aliases;
        }

        /** Adds an actor if this is the first of the orders that it is found under. */
        private void consider(@Nullable String order, String actor) {
            if (order == null || (after != null && Keys.ORDER.compare(order, after) <= 0)) {
                return;
            }
            List<ActorMonth> months = new ArrayList<>();
            stores.range(
                    ReadStore.ACTOR_MONTHS,
                    actor + "|",
                    Keys.end(actor + "|"),
                    (key, row) -> (type != null && type != row.type()) || months.add(row));
            if (!months.isEmpty() && order.equals(first(actor, months))) {
                ActorMonth latest = months.get(months.size() - 1);
                byte[] value = ReadStore.ACTOR_MONTHS.bytes(latest);
                rows.add(new Row(order, value, months.size()));
            }
        }

        private @Nullable String first(String actor, List<ActorMonth> months) {
            List<String> orders = new ArrayList<>();
            for (ActorMonth row : months) {
                for (String key : NameKey.of(row)) {
                    add(orders, order(NameKey.parse(key).folded(), key));
                }
            }
            for (Alias alias : aliases) {
                if (alias.actor().equals(actor)) {
                    add(orders, order(alias));
                }
            }
            return orders.stream().min(Keys.ORDER).orElse(null);
        }

        private static void add(List<String> orders, @Nullable String order) {
            if (order != null) {
                orders.add(order);
            }
        }
    }
}
