package kroniek.stream;

import java.util.Objects;
import java.util.Set;
import kroniek.domain.ArticleSummary;
import kroniek.topic.CopyOriginalKey;
import kroniek.topic.ReadStore;
import kroniek.topic.Summaries;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the topic of articles as a store, and beside it which articles every month has, and how many: what stood for an article before is
 * found in that store, and taken back. Where the ledger waits for the value of an article, it is told that it is here.
 */
final class ArticleIndex extends ContextualProcessor<String, byte[], String, byte[]> {

    static final String NAME = "article-index";

    private @Nullable KeyValueStore<String, byte[]> articles;
    private @Nullable KeyValueStore<String, ArticleSummary> byMonth;
    private @Nullable Counters months;
    private @Nullable KeyValueStore<String, Proposals> proposals;

    /** The stores that it needs besides the articles. */
    static Set<StoreBuilder<?>> stores(Stores stores) {
        return Set.of(stores.keyValue(ReadStore.ARTICLES_BY_MONTH), stores.keyValue(ReadStore.MONTH_ARTICLES));
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        articles = context.getStateStore(ReadStore.ARTICLES.name());
        byMonth = context.getStateStore(ReadStore.ARTICLES_BY_MONTH.name());
        months = new Counters(context.getStateStore(ReadStore.MONTH_ARTICLES.name()));
        proposals = context.getStateStore(Proposals.STORE);
    }

    @Override
    public void process(Record<String, byte[]> article) {
        KeyValueStore<String, byte[]> known = Objects.requireNonNull(articles);
        byte[] before = known.get(article.key());
        byte[] now = article.value();
        list(article.key(), summary(before), summary(now));
        known.put(article.key(), now);
        tell(article);
    }

    @SuppressWarnings("NullAway") // Kafka takes null for a tombstone
    private void tell(Record<String, byte[]> article) {
        Proposals said = Objects.requireNonNull(proposals).get(article.key());
        if (said != null && said.waiting()) {
            String again = new CopyOriginalKey(LedgerInput.Proposal.AGAIN, article.key()).toString();
            context().forward(new Record<>(again, null, article.timestamp()));
        }
    }

    private void list(String id, @Nullable ArticleSummary before, @Nullable ArticleSummary now) {
        if (Objects.equals(before, now)) {
            return;
        }
        KeyValueStore<String, ArticleSummary> listed = Objects.requireNonNull(byMonth);
        if (before != null) {
            @Nullable ArticleSummary gone = null;
            listed.put(key(id, before), gone);
            count(before, -1);
        }
        if (now != null) {
            listed.put(key(id, now), now);
            count(now, 1);
        }
    }

    private void count(ArticleSummary article, int sign) {
        Counters counted = Objects.requireNonNull(months);
        counted.shift(month(article), sign);
        if (article.duplicateOf() != null) {
            counted.shift(month(article) + ReadStore.COPIES, sign);
        }
    }

    private static String key(String id, ArticleSummary summary) {
        return month(summary) + "|" + id;
    }

    private static String month(ArticleSummary summary) {
        return summary.published().month().toString();
    }

    private static @Nullable ArticleSummary summary(byte @Nullable [] article) {
        return article == null ? null : Summaries.of(article);
    }
}
