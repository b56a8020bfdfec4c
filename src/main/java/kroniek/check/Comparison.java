package kroniek.check;

import static kroniek.check.Difference.NOTHING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorPair;
import kroniek.topic.ActorMonthKey;
import org.jspecify.annotations.Nullable;

/** What stands in the tables beside what the recount says must stand there. */
final class Comparison {

    /** What the keys begin with that the connector writes for files which never became a record. */
    static final String FILE = "file:";

    private final Recount recount;
    private final Tables tables;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Recount recount, Tables tables) {
        this.recount = recount;
        this.tables = tables;
    }

    /** Every difference, in the order of tables and keys; empty where all is as it must be. */
    static List<Difference> of(Recount recount, Tables tables) {
        Comparison comparison = new Comparison(recount, tables);
        comparison.compare("actor-months", recount.actorMonths(), tables.actorMonths(), Comparison::shown);
        comparison.compare("actor-pairs", recount.actorPairs(), tables.actorPairs(), Comparison::shown);
        comparison.compare(
                "actor-months-mentioned",
                recount.actorMonthsMentioned(),
                tables.actorMonthsMentioned(),
                row -> row.mentions() + " mentions");
        comparison.compare("rises", recount.rises(), tables.rises(), Digest::canonical);
        comparison.compare("mentions", recount.mentions(), tables.mentions(), Said::toString);
        comparison.compare("copies", recount.copies(), tables.copies(), original -> "a copy of " + original);
        comparison.articles("articles", Outcome.ANNOTATED, tables.articles().keySet());
        comparison.articles("rejected", Outcome.REJECTED, tables.rejected());
        comparison.articles("dead-letters", Outcome.FAILED, tables.deadLetters());
        comparison.ledger();
        comparison.evidence();
        comparison.differences.sort(null);
        return comparison.differences;
    }

    private static String shown(ActorMonth row) {
        String withoutCopies = row.articlesWithoutCopies() == row.articles()
                ? ""
                : " (%d in %d without copies)".formatted(row.mentionsWithoutCopies(), row.articlesWithoutCopies());
        return "%d mentions in %d articles%s, %s to %s, %s (%s)"
                .formatted(
                        row.mentions(), row.articles(), withoutCopies, row.first(), row.last(), row.name(), row.type());
    }

    private static String shown(ActorPair pair) {
        return "%d articles and %d sentences in common"
                .formatted(pair.together().articles(), pair.together().sentences());
    }

    private <V> void compare(String table, Map<String, V> expected, Map<String, V> found, Function<V, String> show) {
        for (String key : union(expected.keySet(), found.keySet())) {
            V wanted = expected.get(key);
            V stands = found.get(key);
            if (wanted == null || !wanted.equals(stands)) {
                differences.add(new Difference(table, key, shown(wanted, show), shown(stands, show)));
            }
        }
    }

    private static <V> String shown(@Nullable V value, Function<V, String> show) {
        return value == null ? NOTHING : show.apply(value);
    }

    /** Whether an article stands in the table that its outcome says, and in no other. */
    private void articles(String table, Outcome outcome, Set<String> found) {
        recount.outcomes().forEach((id, expected) -> {
            if (expected == outcome && !found.contains(id)) {
                differences.add(new Difference(table, id, "the article", NOTHING));
            }
        });
        for (String id : found) {
            Outcome expected = recount.outcomes().get(id);
            if (expected != outcome && !(expected == null && isOfAFile(table, id))) {
                differences.add(new Difference(
                        table,
                        id,
                        NOTHING,
                        expected == null ? "an article that raw no longer has" : "the article, which is " + expected));
            }
        }
    }

    private static boolean isOfAFile(String table, String id) {
        return table.equals("rejected") && id.startsWith(FILE);
    }

    private void ledger() {
        Set<String> raw = recount.outcomes().keySet();
        for (String id : union(raw, tables.ledger())) {
            if (!raw.contains(id)) {
                differences.add(new Difference("ledger", id, NOTHING, "an article that raw no longer has"));
            } else if (!tables.ledger().contains(id)) {
                differences.add(new Difference("ledger", id, "an article that raw has", NOTHING));
            }
        }
    }

    /** Whether every count is the sum of its evidence, as it stands. */
    private void evidence() {
        Map<String, Long> sums = new HashMap<>();
        tables.mentions()
                .forEach((key, said) ->
                        sums.merge(ActorMonthKey.parse(key).toString(), (long) said.mentions(), Long::sum));
        for (String key : union(tables.actorMonths().keySet(), sums.keySet())) {
            ActorMonth row = tables.actorMonths().get(key);
            long count = row == null ? 0 : row.mentions();
            long sum = sums.getOrDefault(key, 0L);
            if (count != sum) {
                differences.add(new Difference(
                        "evidence", key, "the count to be the sum of its evidence, " + sum, Long.toString(count)));
            }
        }
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }
}
