package kroniek.stream;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import kroniek.article.Format;
import kroniek.domain.Rejection;
import kroniek.domain.Rejection.Reason;
import kroniek.topic.DefaultPartition;
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
        byte[] key = raw.key();
        Optional<String> id = key == null ? Optional.empty() : utf8(key);
        if (key == null || id.isEmpty()) {
            String stand = "raw:%d:%d".formatted(at.partition(), at.offset());
            String what = key == null
                    ? "no key"
                    : "a key that is not UTF-8 (" + HexFormat.of().formatHex(key) + ")";
            reject(raw, stand, Reason.BAD_KEY, at, what + "; send it again with the article's id as its key");
            return;
        }
        int partition = DefaultPartition.of(key, partitions);
        if (partition != at.partition()) {
            String stand = "misplaced:%d:%s".formatted(at.partition(), id.get());
            reject(
                    raw,
                    stand,
                    Reason.WRONG_PARTITION,
                    at,
                    "the key %s, which belongs to partition %d; send it again with Kafka's default partitioner (murmur2; with librdkafka set partitioner=murmur2_random)"
                            .formatted(id.get(), partition));
            return;
        }
        byte[] bytes = raw.value();
        forward(raw, id.get(), bytes == null ? new Version.Withdrawn() : read(raw, id.get(), bytes));
    }

    private Version read(Record<byte @Nullable [], byte @Nullable []> raw, String id, byte[] bytes) {
        Header header = raw.headers().lastHeader(FORMAT_HEADER);
        String code = header == null ? Format.TEXT.code() : new String(header.value(), StandardCharsets.UTF_8);
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

    private void reject(
            Record<byte @Nullable [], byte @Nullable []> raw,
            String stand,
            Reason reason,
            RecordMetadata at,
            String what) {
        byte[] bytes = raw.value();
        if (bytes == null) {
            forward(raw, stand, new Version.Withdrawn());
            return;
        }
        String detail =
                "The record at %s-%d, offset %d has %s.".formatted(at.topic(), at.partition(), at.offset(), what);
        forward(raw, stand, new Version.Rejected(new Rejection(stand, reason, detail), bytes));
    }

    private void forward(Record<?, ?> raw, String id, Version version) {
        context().forward(new Record<>(id, version, raw.timestamp()));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
