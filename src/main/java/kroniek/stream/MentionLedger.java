package kroniek.stream;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.article.InputForm;
import kroniek.article.RejectionJson;
import kroniek.article.Sha256;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.ArticleMentions;
import kroniek.domain.CopyBand;
import kroniek.domain.Original;
import kroniek.domain.Rejection;
import kroniek.language.copy.Fingerprint;
import kroniek.stream.Change.Target;
import kroniek.stream.LedgerEntry.Bands;
import kroniek.stream.LedgerEntry.Digest;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.Before;
import kroniek.topic.ReadStore;
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
 * <p>An article that turns out to be a copy, or no copy any more, says something else without a new version. What it says besides is then
 * read back from its own value; where that is not yet here, the {@link ArticleIndex}, which keeps it, asks again when it is.
 *
 * <p>Nothing may be skipped here: a failure stops the task, which recovers by reading the version again.
 */
final class MentionLedger extends ContextualProcessor<String, LedgerInput, String, Change> {

    static final String NAME = "mention-ledger";

    static final String STORE = "mention-ledger";

    /** What stands in a rejection or dead letter beside the input: its key and a text about it, escaped. */
    private static final int MOST_BYTES_BESIDE = 128 * 1024;

    private final Topic<AnnotatedArticle> articles;
    private final Topic<ArticleMentions> mentions;
    private final Topic<CopyBand> copyBands;
    private final Topic<byte[]> rejections;
    private final Topic<byte[]> deadLetters;
    private @Nullable KeyValueStore<String, LedgerEntry> store;
    private @Nullable KeyValueStore<String, Proposals> proposals;
    private @Nullable KeyValueStore<String, byte[]> values;

    private MentionLedger(Topics topics) {
        this.articles = topics.articles();
        this.mentions = topics.mentions();
        this.copyBands = topics.copyBands();
        this.rejections = topics.rejected();
        this.deadLetters = topics.deadLetters();
    }

    static ProcessorSupplier<String, LedgerInput, String, Change> supplier(Topics topics, Stores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, LedgerInput, String, Change> get() {
                return new MentionLedger(topics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(
                        stores.keyValue(STORE, Serdes.String(), LedgerEntry.SERDE),
                        stores.keyValue(Proposals.STORE, Serdes.String(), Proposals.SERDE));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Change> context) {
        super.init(context);
        store = context.getStateStore(STORE);
        proposals = context.getStateStore(Proposals.STORE);
        values = context.getStateStore(ReadStore.ARTICLES.name());
    }

    @Override
    public void process(Record<String, LedgerInput> record) {
        if (record.value() instanceof LedgerInput.Proposal proposal) {
            propose(record, proposal);
        } else {
            Version version = (Version) record.value();
            settle(record, before(record.key()), written(record.key(), version));
        }
    }

    /** Moves an article to what one of its bands says. */
    private void propose(Record<String, LedgerInput> record, LedgerInput.Proposal proposal) {
        String id = record.key();
        Proposals now = proposals(id).after(proposal);
        LedgerEntry entry = before(id);
        if (entry != null && !entry.stands(now.original())) {
            byte[] value = Objects.requireNonNull(values).get(id);
            if (value == null || !Digest.of(value).equals(entry.digest())) {
                now = now.waits();
            } else {
                AnnotatedArticle article = articles.serde().deserializer().deserialize(articles.name(), value);
                settle(record, entry, annotated(article.asCopyOf(now.original())));
            }
        }
        Objects.requireNonNull(proposals).put(id, now.kept());
    }

    private Proposals proposals(String id) {
        try {
            Proposals known = Objects.requireNonNull(proposals).get(id);
            return known == null ? Proposals.NONE : known;
        } catch (SerializationException e) {
            throw UnreadableRecordException.inStore(Proposals.STORE, id, e);
        }
    }

    /** Writes the difference between what an article said before and says now, and remembers it. */
    private void settle(Record<String, LedgerInput> record, @Nullable LedgerEntry before, @Nullable Written now) {
        LedgerEntry after = now == null ? null : now.entry();
        if (Objects.equals(before, after)) {
            return;
        }
        takeBack(record, before, after);
        if (now != null) {
            write(record, before, now);
        }
        Objects.requireNonNull(store).put(record.key(), after);
    }

    private @Nullable LedgerEntry before(String id) {
        try {
            return Objects.requireNonNull(store).get(id);
        } catch (SerializationException e) {
            throw UnreadableRecordException.inStore(STORE, id, e);
        }
    }

    /** Deletes what stood before and does not stand now. */
    private void takeBack(
            Record<String, LedgerInput> record, @Nullable LedgerEntry before, @Nullable LedgerEntry after) {
        if (before == null) {
            return;
        }
        if (after == null || after.target() != before.target()) {
            forward(record, record.key(), new Change(before.target(), null), before);
        }
        for (String actor : before.mentions().keySet()) {
            if (after == null || !after.mentions(actor, before.month())) {
                forward(record, key(before, actor, record.key()), new Change(Target.MENTIONS, null));
            }
        }
        Bands bands = before.bands();
        for (String band : bands.names()) {
            if (after == null || !after.bands().haveKey(band, bands.month())) {
                forward(record, bands.key(band, record.key()), new Change(Target.COPY_BANDS, null));
            }
        }
    }

    /** Writes what stands now and did not stand before. */
    private void write(Record<String, LedgerInput> record, @Nullable LedgerEntry before, Written now) {
        LedgerEntry after = now.entry();
        if (before == null
                || before.target() != after.target()
                || !before.digest().equals(after.digest())) {
            forward(record, record.key(), new Change(after.target(), now.value()), before);
        }
        after.mentions().forEach((actor, digest) -> {
            boolean stands = before != null
                    && before.month().equals(after.month())
                    && digest.equals(before.mentions().get(actor));
            if (!stands) {
                Change change = new Change(Target.MENTIONS, now.mentions().get(actor));
                forward(record, key(after, actor, record.key()), change);
            }
        });
        Bands bands = after.bands();
        for (String band : bands.names()) {
            if (before == null || !before.bands().have(band, bands)) {
                forward(
                        record,
                        bands.key(band, record.key()),
                        new Change(Target.COPY_BANDS, now.banded().value()));
            }
        }
    }

    private static String key(LedgerEntry entry, String actor, String article) {
        return ActorMonthKey.of(actor, entry.month(), article);
    }

    private void forward(Record<String, LedgerInput> record, String key, Change change) {
        forward(record, key, change, null);
    }

    /** @param before what stood in the topic before; null where nothing did */
    private void forward(Record<String, LedgerInput> record, String key, Change change, @Nullable LedgerEntry before) {
        Record<String, Change> written = new Record<>(key, change, record.timestamp());
        if (before != null && change.target() == Target.ARTICLES && before.target() == Target.ARTICLES) {
            Before said = Before.of(before.month(), before.mentions().keySet());
            written.headers().add(Before.HEADER, said.bytes());
        }
        context().forward(written);
    }

    /** The values that must stand for this version; null where none must. */
    private @Nullable Written written(String id, Version version) {
        if (version instanceof Version.Annotated annotated) {
            Written alone = annotated(annotated.article());
            String original = proposals(id).original();
            if (!fits(id, alone)) {
                return tooLarge(id, annotated.bytes());
            }
            return original == null || alone.banded().bands().names().isEmpty()
                    ? alone
                    : annotated(annotated.article().asCopyOf(original));
        }
        if (version instanceof Version.Rejected rejected) {
            return rejected(id, rejected.rejection(), rejected.bytes());
        }
        if (version instanceof Version.Failed failed) {
            byte[] head = kept(deadLetters, id, failed.bytes());
            return Written.alone(Target.DEAD_LETTERS, DeadLetterJson.write(failed, head));
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
        String original = article.duplicateOf();
        return new Written(
                Target.ARTICLES,
                bytes(articles, article),
                month,
                said,
                banded(article),
                original == null ? "" : original);
    }

    /** What of an article could not be read back from its value takes no part in the search for copies. */
    private Banded banded(AnnotatedArticle article) {
        if (AnnotatedArticleJson.isCut(article)) {
            return Banded.NOWHERE;
        }
        Fingerprint fingerprint = Fingerprint.of(article.article());
        if (fingerprint.bands().isEmpty()) {
            return Banded.NOWHERE;
        }
        Original at = new Original(
                article.article().published().value(), article.article().id());
        CopyBand band = new CopyBand(at.published(), fingerprint.shingles().code());
        byte[] value = bytes(copyBands, band);
        Bands bands = new Bands(at.published().month().toString(), fingerprint.bands(), Digest.of(value));
        return new Banded(bands, value);
    }

    /** Whether every record of the article is one that its topic takes. The actors' ids add little to the article's in a key. */
    private boolean fits(String id, Written written) {
        return articles.takes(id, written.value().length + AnnotatedArticleJson.MOST_BYTES_OF_ORIGINAL)
                && written.mentions().values().stream().allMatch(value -> mentions.takes(id, value.length));
    }

    private Written tooLarge(String id, byte[] bytes) {
        Rejection rejection = new Rejection(
                id,
                Rejection.Reason.TOO_LARGE,
                "What was found in the article does not fit into a record; split the article.");
        return rejected(id, rejection, bytes);
    }

    private Written rejected(String id, Rejection rejection, byte[] bytes) {
        byte[] head = kept(rejections, id, bytes);
        return Written.alone(Target.REJECTED, RejectionJson.write(rejection, bytes.length, Sha256.of(bytes), head));
    }

    /**
     * Them all, or their beginning: a record that its topic refuses would stop this partition for ever, and another producer's compressed record
     * may be larger than what it can be written as.
     */
    private static byte[] kept(Topic<?> topic, String id, byte[] bytes) {
        long base64 = bytes.length * 4L / 3;
        return topic.takes(id, base64 + MOST_BYTES_BESIDE) ? bytes : Arrays.copyOf(bytes, InputForm.KEPT_OF_REJECTED);
    }

    private static <V> byte[] bytes(Topic<V> topic, V value) {
        return topic.serde().serializer().serialize(topic.name(), value);
    }

    /**
     * What stands for an article in its bands.
     *
     * @param bands which they are
     * @param value the value in each
     */
    private record Banded(Bands bands, byte[] value) {

        static final Banded NOWHERE = new Banded(Bands.NONE, new byte[0]);
    }

    /**
     * The values of one version.
     *
     * @param target the topic of the article's own value
     * @param value that value
     * @param month the month that its mentions count in; empty where there are none
     * @param mentions the values in {@code mentions}, by actor id
     * @param banded what stands in its bands
     * @param duplicateOf the article that it is a copy of; empty where it is none
     */
    private record Written(
            Target target,
            byte[] value,
            String month,
            SortedMap<String, byte[]> mentions,
            Banded banded,
            String duplicateOf) {

        static Written alone(Target target, byte[] value) {
            return new Written(target, value, "", new TreeMap<>(), Banded.NOWHERE, "");
        }

        LedgerEntry entry() {
            SortedMap<String, Digest> digests = new TreeMap<>();
            mentions.forEach((actor, bytes) -> digests.put(actor, Digest.of(bytes)));
            return new LedgerEntry(target, Digest.of(value), month, digests, banded.bands(), duplicateOf);
        }
    }
}
