package kroniek.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.topic.Topics;

/**
 * The tables compared with a recount of the raw topic. It means something only while nothing is left to be counted; who asks sees to that.
 *
 * @param tables each table of counts with its digests, the actor months first
 * @param outcomes how many articles had which outcome, in the recount
 * @param differences everything that does not stand as it should
 * @param raw the newest version of every article, withdrawn ones among them, by id
 * @param rejected the keys of the topic of rejections
 * @param languages how many annotated articles each version of the language has counted, by that version
 */
public record Verification(
        List<Compared> tables,
        Map<Outcome, Long> outcomes,
        List<Difference> differences,
        Map<String, RawTrace> raw,
        Set<String> rejected,
        SortedMap<String, Long> languages) {

    /**
     * Counts again and compares.
     *
     * @param client settings of the connection, {@code bootstrap.servers} at least
     * @param ledger the topic that the ledger can be restored from
     * @param annotate the language
     * @throws MovedException if articles arrived meanwhile
     */
    public static Verification of(
            Map<String, Object> client, Topics topics, String ledger, Function<Article, AnnotatedArticle> annotate) {
        Recount recount = new Recount(topics, annotate);
        Map<String, RawTrace> raw = new HashMap<>();
        try (CommittedRecords records = new CommittedRecords(client)) {
            NewestVersions versions =
                    new NewestVersions(records, topics.articlesRaw().name());
            Batch batch = new Batch(recount);
            versions.forEach(version -> {
                raw.put(version.id(), RawTrace.of(version));
                batch.add(version);
            });
            batch.count();
            Tables tables = Tables.read(records, topics, ledger);
            if (records.moved()) {
                throw new MovedException();
            }
            return of(recount, tables, raw);
        }
    }

    private static Verification of(Recount recount, Tables tables, Map<String, RawTrace> raw) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, 0L);
        }
        recount.outcomes().values().forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
        return new Verification(
                List.of(
                        Compared.of("actor months", recount.actorMonths(), tables.actorMonths(), Digest::canonical),
                        Compared.of("actor pairs", recount.actorPairs(), tables.actorPairs(), Digest::canonical),
                        Compared.of(
                                "mentioned months",
                                recount.actorMonthsMentioned(),
                                tables.actorMonthsMentioned(),
                                Digest::canonical),
                        Compared.of("rises", recount.rises(), tables.rises(), Digest::canonical),
                        Compared.of("copies", copies(recount.copies()), copies(tables.copies()), Digest::canonical)),
                outcomes,
                Comparison.of(recount, tables),
                raw,
                tables.rejected(),
                languages(tables));
    }

    /** The copies as rows, which have their key in them. */
    private static Map<String, Map.Entry<String, String>> copies(Map<String, String> originals) {
        Map<String, Map.Entry<String, String>> rows = new HashMap<>();
        originals.forEach((copy, original) -> rows.put(copy, Map.entry(copy, original)));
        return rows;
    }

    private static SortedMap<String, Long> languages(Tables tables) {
        SortedMap<String, Long> languages = new TreeMap<>();
        tables.articles().values().forEach(head -> languages.merge(head.language(), 1L, Long::sum));
        return languages;
    }

    /** Versions that are read by several threads at once, for nearly all the time goes into the language. */
    private static final class Batch {

        private static final int MOST_VERSIONS = 512;
        private static final long MOST_BYTES = 32 << 20;

        private final Recount recount;
        private final List<RawVersion> versions = new ArrayList<>();
        private long bytes;

        Batch(Recount recount) {
            this.recount = recount;
        }

        void add(RawVersion version) {
            byte[] value = version.value();
            if (value == null) {
                return;
            }
            versions.add(version);
            bytes += value.length;
            if (versions.size() >= MOST_VERSIONS || bytes >= MOST_BYTES) {
                count();
            }
        }

        void count() {
            versions.parallelStream()
                    .map(version -> recount.read(version, Objects.requireNonNull(version.value())))
                    .forEachOrdered(recount::add);
            versions.clear();
            bytes = 0;
        }
    }
}
