package kroniek.stream;

import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.article.RejectionJson;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.ArticleMentions;
import kroniek.domain.Rejection;
import kroniek.stream.Change.Target;
import kroniek.stream.LedgerEntry.Digest;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.Before;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import kroniek.topic.UnreadableRecordException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The state that remembers what each article last contributed. For every version it writes the difference: what the article said before
 * and no longer says is deleted, what it says now and did not say before is written, and nothing else. A resent article changes nothing;
 * a withdrawn one leaves no trace.
 *
 * <p>Nothing may be skipped here: a failure stops the task, which recovers by reading the version again.
 */
final class MentionLedger extends ContextualProcessor<String, Version, String, Change> {

    static final String STORE = "mention-ledger";

    private final Topic<AnnotatedArticle> articles;
    private final Topic<ArticleMentions> mentions;
    private @Nullable KeyValueStore<String, LedgerEntry> store;

    private MentionLedger(Topics topics) {
        this.articles = topics.articles();
        this.mentions = topics.mentions();
    }

    static ProcessorSupplier<String, Version, String, Change> supplier(Topics topics, Stores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Version, String, Change> get() {
                return new MentionLedger(topics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.keyValue(STORE, Serdes.String(), LedgerEntry.SERDE));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Change> context) {
        super.init(context);
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Version> version) {
        KeyValueStore<String, LedgerEntry> ledger = Objects.requireNonNull(store);
        String id = version.key();
        LedgerEntry before = before(ledger, id);
        Written now = written(id, version.value());
        LedgerEntry after = now == null ? null : now.entry();
        if (Objects.equals(before, after)) {
            return;
        }
        takeBack(version, before, after);
        if (now != null) {
            write(version, before, now);
        }
        ledger.put(id, after);
    }

    private static @Nullable LedgerEntry before(KeyValueStore<String, LedgerEntry> ledger, String id) {
        try {
            return ledger.get(id);
        } catch (SerializationException e) {
            throw UnreadableRecordException.inStore(STORE, id, e);
        }
    }

    /** Deletes what stood before and does not stand now. */
    private void takeBack(Record<String, Version> version, @Nullable LedgerEntry before, @Nullable LedgerEntry after) {
        if (before == null) {
            return;
        }
        if (after == null || after.target() != before.target()) {
            forward(version, version.key(), new Change(before.target(), null), before);
        }
        for (String actor : before.mentions().keySet()) {
            if (after == null || !after.mentions(actor, before.month())) {
                forward(version, key(before, actor, version.key()), new Change(Target.MENTIONS, null));
            }
        }
    }

    /** Writes what stands now and did not stand before. */
    private void write(Record<String, Version> version, @Nullable LedgerEntry before, Written now) {
        LedgerEntry after = now.entry();
        if (before == null
                || before.target() != after.target()
                || !before.digest().equals(after.digest())) {
            forward(version, version.key(), new Change(after.target(), now.value()), before);
        }
        after.mentions().forEach((actor, digest) -> {
            boolean stands = before != null
                    && before.month().equals(after.month())
                    && digest.equals(before.mentions().get(actor));
            if (!stands) {
                Change change = new Change(Target.MENTIONS, now.mentions().get(actor));
                forward(version, key(after, actor, version.key()), change);
            }
        });
    }

    private static String key(LedgerEntry entry, String actor, String article) {
        return ActorMonthKey.of(actor, entry.month(), article);
    }

    private void forward(Record<String, Version> version, String key, Change change) {
        forward(version, key, change, null);
    }

    /** @param before what stood in the topic before; null where nothing did */
    private void forward(Record<String, Version> version, String key, Change change, @Nullable LedgerEntry before) {
        Record<String, Change> written = new Record<>(key, change, version.timestamp());
        if (before != null && change.target() == Target.ARTICLES && before.target() == Target.ARTICLES) {
            Before said = Before.of(before.month(), before.mentions().keySet());
            written.headers().add(Before.HEADER, said.bytes());
        }
        context().forward(written);
    }

    /** The values that must stand for this version; null where none must. */
    private @Nullable Written written(String id, Version version) {
        if (version instanceof Version.Annotated annotated) {
            Written written = annotated(annotated.article());
            return fits(id, written) ? written : tooLarge(id, annotated.bytes());
        }
        if (version instanceof Version.Rejected rejected) {
            return new Written(
                    Target.REJECTED, RejectionJson.write(rejected.rejection(), rejected.bytes()), "", new TreeMap<>());
        }
        if (version instanceof Version.Failed failed) {
            return new Written(Target.DEAD_LETTERS, DeadLetterJson.write(failed), "", new TreeMap<>());
        }
        if (version instanceof Version.Withdrawn) {
            return null;
        }
        throw new IllegalStateException("article " + id + " reached the ledger half done: " + version);
    }

    private Written annotated(AnnotatedArticle article) {
        SortedMap<String, byte[]> said = new TreeMap<>();
        Contribution.of(article).forEach((actor, contribution) -> said.put(actor, bytes(mentions, contribution)));
        String month =
                said.isEmpty() ? "" : article.article().published().month().toString();
        return new Written(Target.ARTICLES, bytes(articles, article), month, said);
    }

    /** Whether every record of the article is one that its topic takes. The actors' ids add little to the article's in a key. */
    private boolean fits(String id, Written written) {
        return articles.takes(id, written.value().length)
                && written.mentions().values().stream().allMatch(value -> mentions.takes(id, value.length));
    }

    /** A record that its topic refuses would stop this partition for ever. */
    private static Written tooLarge(String id, byte[] bytes) {
        Rejection rejection = new Rejection(
                id,
                Rejection.Reason.TOO_LARGE,
                "What was found in the article does not fit into a record; split the article.");
        return new Written(Target.REJECTED, RejectionJson.write(rejection, bytes), "", new TreeMap<>());
    }

    private static <V> byte[] bytes(Topic<V> topic, V value) {
        return topic.serde().serializer().serialize(topic.name(), value);
    }

    /**
     * The values of one version.
     *
     * @param target the topic of the article's own value
     * @param value that value
     * @param month the month that its mentions count in; empty where there are none
     * @param mentions the values in {@code mentions}, by actor id
     */
    private record Written(Target target, byte[] value, String month, SortedMap<String, byte[]> mentions) {

        LedgerEntry entry() {
            SortedMap<String, Digest> digests = new TreeMap<>();
            mentions.forEach((actor, bytes) -> digests.put(actor, Digest.of(bytes)));
            return new LedgerEntry(target, Digest.of(value), month, digests);
        }
    }
}
