package kroniek.stream;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kroniek.domain.CopyBand;
import kroniek.domain.Original;
import kroniek.language.copy.Shingles;
import kroniek.topic.CopyBandKey;
import kroniek.topic.CopyOriginalKey;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which articles stand in every band, and says for each that is a copy what the earliest original of it is, as far as that band
 * knows. What it says is a function of what stands in the band: whenever that changes, it says anew what is another now, and takes back
 * what no longer is.
 *
 * <p>Nothing may be skipped here: a failure stops the task, which recovers by reading the record again.
 */
final class CopyFinder extends ContextualProcessor<String, byte[], String, byte[]> {

    static final String STORE = "copy-bands";

    /** Keys of later years would not be in order. */
    private static final YearMonth LAST_MONTH = YearMonth.of(9999, 12);

    private final Topic<CopyBand> topic;
    private final Topic<Original> originals;
    private @Nullable KeyValueStore<String, byte[]> store;

    private CopyFinder(Topics topics) {
        this.topic = topics.copyBands();
        this.originals = topics.copyOriginals();
    }

    static ProcessorSupplier<String, byte[], String, byte[]> supplier(Topics topics, Stores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, byte[], String, byte[]> get() {
                return new CopyFinder(topics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.keyValue(STORE, Serdes.String(), Serdes.ByteArray()));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        KeyValueStore<String, byte[]> bands = Objects.requireNonNull(store);
        byte[] before = bands.get(record.key());
        byte[] now = record.value();
        if (Arrays.equals(before, now)) {
            return;
        }
        bands.put(record.key(), now);
        CopyBandKey key = CopyBandKey.parse(record.key());
        List<Text> others = others(bands, key);
        if (!others.isEmpty()) {
            follow(record, key, others, before == null ? null : text(key, before), now == null ? null : text(key, now));
        }
    }

    /**
     * What else stands in the band in that month and the two beside it, the earliest first: all that a change there may concern. The store has
     * no cache, so that what a range hands over is there.
     */
    private List<Text> others(KeyValueStore<String, byte[]> bands, CopyBandKey key) {
        List<Text> others = new ArrayList<>();
        YearMonth last =
                key.month().equals(LAST_MONTH) ? LAST_MONTH : key.month().plusMonths(1);
        try (KeyValueIterator<String, byte[]> all =
                bands.range(key.first(key.month().minusMonths(1)), key.end(last))) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> next = all.next();
                CopyBandKey other = CopyBandKey.parse(next.key);
                if (!other.equals(key)) {
                    others.add(text(other, next.value));
                }
            }
        }
        others.sort(Comparator.comparing(Text::at));
        return others;
    }

    private Text text(CopyBandKey key, byte[] value) {
        CopyBand band = topic.serde().deserializer().deserialize(topic.name(), value);
        return new Text(new Original(band.published(), key.article()), Shingles.parse(band.shingles()));
    }

    /** Says what is another now: of the article itself, and of those that it was or is the original of. */
    private void follow(
            Record<?, ?> cause, CopyBandKey key, List<Text> others, @Nullable Text before, @Nullable Text now) {
        say(
                cause,
                new CopyOriginalKey(key.band(), key.article()),
                before == null ? null : before.original(others),
                now == null ? null : now.original(others));
        for (Text other : others) {
            Original was = before != null && before.isOriginalOf(other) ? before.at() : null;
            Original is = now != null && now.isOriginalOf(other) ? now.at() : null;
            if (was != null || is != null) {
                Original beside = other.original(others);
                say(
                        cause,
                        new CopyOriginalKey(key.band(), other.at().article()),
                        earlier(was, beside),
                        earlier(is, beside));
            }
        }
    }

    private static @Nullable Original earlier(@Nullable Original one, @Nullable Original other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    @SuppressWarnings("NullAway") // Kafka takes null for a tombstone
    private void say(Record<?, ?> cause, CopyOriginalKey key, @Nullable Original before, @Nullable Original now) {
        if (!Objects.equals(before, now)) {
            byte[] value = originals.serde().serializer().serialize(originals.name(), now);
            context().forward(new Record<>(key.toString(), value, cause.timestamp()));
        }
    }

    /** An article in a band, ready to be compared. */
    private record Text(Original at, Shingles shingles) {

        boolean isOriginalOf(Text other) {
            return at.mayBeOf(other.at) && shingles.isCopyOf(other.shingles);
        }

        /**
         * The earliest of others that this is a copy of; null where it is of none.
         *
         * @param others the earliest first
         */
        @Nullable
        Original original(List<Text> others) {
            return others.stream()
                    .filter(other -> other.isOriginalOf(this))
                    .findFirst()
                    .map(Text::at)
                    .orElse(null);
        }
    }
}
