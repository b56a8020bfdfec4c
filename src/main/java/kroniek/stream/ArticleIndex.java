package kroniek.stream;

import java.util.Objects;
import java.util.Set;
import kroniek.domain.ArticleSummary;
import kroniek.topic.CopyOriginalKey;
import kroniek.topic.ReadStore;
import kroniek.topic.Summaries;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the topic of articles as a store, and beside it which articles every month has, and how many: what was listed of an article before
 * is taken back. Where the ledger waits for the value of an article, it is told that it is here.
 */
final class ArticleIndex extends ContextualProcessor<String, byte[], String, byte[]> {

    static final String NAME = "article-index";

    /**
     * The month that each article is listed in, by its id. The store of articles would say it too, but is restored from its topic, where
     * compaction may have taken away the very version that is listed.
     */
    static final String LISTED = "article-listed";

    private @Nullable KeyValueStore<String, byte[]> articles;
    private @Nullable KeyValueStore<String, String> listed;
    private @Nullable KeyValueStore<String, ArticleSummary> byMonth;
    private @Nullable Counters months;
    private @Nullable KeyValueStore<String, Proposals> proposals;

    /** The stores that it needs besides the articles. */
    static Set<StoreBuilder<?>> stores(Stores stores) {
        return Set.of(
                stores.keyValue(LISTED, Serdes.String(), Serdes.String()),
                stores.keyValue(ReadStore.ARTICLES_BY_MONTH),
                stores.keyValue(ReadStore.MONTH_ARTICLES));
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        articles = context.getStateStore(ReadStore.ARTICLES.name());
        listed = context.getStateStore(LISTED);
        byMonth = context.getStateStore(ReadStore.ARTICLES_BY_MONTH.name());
        months = new Counters(context.getStateStore(ReadStore.MONTH_ARTICLES.name()));
        proposals = context.getStateStore(Proposals.STORE);
    }

    @Override
    public void process(Record<String, byte[]> article) {
        list(article.key(), article.value());
        Objects.requireNonNull(articles).put(article.key(), article.value());
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

    private void list(String id, byte @Nullable [] article) {
        KeyValueStore<String, String> months = Objects.requireNonNull(listed);
        @Nullable String monthBefore = months.get(id);
        @Nullable ArticleSummary now = summary(article);
        @Nullable String month = now == null ? null : month(now);
        if (!Objects.equals(month, monthBefore)) {
            months.put(id, month);
        }
        move(id, before(id, monthBefore), now);
    }

    /** What is listed of an article. A release that did not keep the month listed it where the store of articles says. */
    private @Nullable ArticleSummary before(String id, @Nullable String month) {
        String in = month;
        if (in == null) {
            @Nullable
            ArticleSummary known = summary(Objects.requireNonNull(articles).get(id));
            in = known == null ? null : month(known);
        }
        return in == null ? null : Objects.requireNonNull(byMonth).get(key(id, in));
    }

    private void move(String id, @Nullable ArticleSummary before, @Nullable ArticleSummary now) {
        if (Objects.equals(before, now)) {
            return;
        }
        KeyValueStore<String, ArticleSummary> summaries = Objects.requireNonNull(byMonth);
        if (before != null) {
            @Nullable ArticleSummary gone = null;
            summaries.put(key(id, month(before)), gone);
            count(before, -1);
        }
        if (now != null) {
            summaries.put(key(id, month(now)), now);
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

    private static String key(String id, String month) {
        return month + "|" + id;
    }

    private static String month(ArticleSummary summary) {
        return summary.published().month().toString();
    }

    private static @Nullable ArticleSummary summary(byte @Nullable [] article) {
        return article == null ? null : Summaries.of(article);
    }
}
