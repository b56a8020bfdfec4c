package kroniek.stream;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import kroniek.article.Format;
import kroniek.domain.Rejection;
import kroniek.domain.Rejection.Reason;
import kroniek.topic.DefaultPartition;
import kroniek.topic.RawKey;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Turns a raw record into a version of an article. A record that the ledger could not keep apart from another partition's, because it
 * has no usable key or stands where the default partitioner would not put it, becomes a rejection under a key of its own.
 */
final class ReadArticle extends ContextualProcessor<byte @Nullable [], byte @Nullable [], String, Version> {

    /** Record header that says the format of the article: {@link Format#code()}. Absent means text. */
    static final String FORMAT_HEADER = "kroniek.format";

    private static final int LONGEST_QUOTE = 40;
    private static final String CURE = "send it again with the article's id as its key";

    private final Steps steps;
    private final int partitions;

    /** @param partitions how many partitions the raw topic has */
    ReadArticle(Steps steps, int partitions) {
        this.steps = steps;
        this.partitions = partitions;
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> raw) {
        RecordMetadata at = context().recordMetadata().orElseThrow();
        RawKey key = RawKey.of(raw.key(), at.partition(), at.offset(), partitions);
        byte[] bytes = raw.value();
        if (bytes == null) {
            forward(raw, key.name(), new Version.Withdrawn());
        } else if (key.kind() == RawKey.Kind.ARTICLE) {
            forward(raw, key.name(), read(raw, key.name(), bytes));
        } else {
            forward(raw, key.name(), new Version.Rejected(rejection(key, raw.key(), at), bytes));
        }
    }

    private Version read(Record<byte @Nullable [], byte @Nullable []> raw, String id, byte[] bytes) {
        Header header = raw.headers().lastHeader(FORMAT_HEADER);
        byte[] value = header == null ? null : header.value();
        String code = value == null
                ? Format.TEXT.code()
                : new String(value, 0, Math.min(value.length, LONGEST_QUOTE), StandardCharsets.UTF_8);
        return Format.of(code)
                .map(format -> steps.read(id, format, bytes))
                .orElseGet(() -> new Version.Rejected(
                        new Rejection(
                                id,
                                Reason.UNKNOWN_FORMAT,
                                "The record header %s says '%s'; it may say text or json, or be left out for text."
                                        .formatted(FORMAT_HEADER, code)),
                        bytes));
    }

    private Rejection rejection(RawKey key, byte @Nullable [] bytes, RecordMetadata at) {
        byte[] given = bytes == null ? new byte[0] : bytes;
        String what =
                switch (key.kind()) {
                    case MISSING -> "no key; " + CURE;
                    case TOO_LONG ->
                        "a key of %d bytes, at most are %d; %s".formatted(given.length, RawKey.LONGEST, CURE);
                    case NOT_UTF8 ->
                        "a key that is not UTF-8 (%s); %s"
                                .formatted(HexFormat.of().formatHex(given, 0, Math.min(given.length, 32)), CURE);
                    case RESERVED ->
                        "the key %s, which begins like the name of a rejection; give the article another id (its file another name)"
                                .formatted(new String(given, StandardCharsets.UTF_8));
                    case ARTICLE, MISPLACED ->
                        "the key %s, which belongs to partition %d; send it again with Kafka's default partitioner (murmur2; with librdkafka set partitioner=murmur2_random)"
                                .formatted(
                                        new String(given, StandardCharsets.UTF_8),
                                        DefaultPartition.of(given, partitions));
                };
        return new Rejection(
                key.name(),
                key.kind() == RawKey.Kind.MISPLACED ? Reason.WRONG_PARTITION : Reason.BAD_KEY,
                "The record at %s-%d, offset %d has %s.".formatted(at.topic(), at.partition(), at.offset(), what));
    }

    private void forward(Record<?, ?> raw, String id, Version version) {
        context().forward(new Record<>(id, version, raw.timestamp()));
    }
}
