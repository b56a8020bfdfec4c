package kroniek.stream;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import kroniek.article.Format;
import kroniek.article.Sha256;
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

    /** A longer key is none: it stands in every record about the article, and paths are at most so long. */
    static final int LONGEST_KEY = 4096;

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
        byte[] key = raw.key();
        if (key == null) {
            String stand = "raw:%d:%d".formatted(at.partition(), at.offset());
            reject(raw, stand, Reason.BAD_KEY, at, "no key; " + CURE);
            return;
        }
        Optional<String> id = key.length > LONGEST_KEY ? Optional.empty() : utf8(key);
        if (id.isEmpty()) {
            // A stand-in that the next version of the same key shares, so that it takes the place of this one.
            String stand = "bad-key:%d:%s".formatted(at.partition(), Sha256.of(key));
            String what = key.length > LONGEST_KEY
                    ? "a key of %d bytes, at most are %d".formatted(key.length, LONGEST_KEY)
                    : "a key that is not UTF-8 (%s)"
                            .formatted(HexFormat.of().formatHex(key, 0, Math.min(key.length, 32)));
            reject(raw, stand, Reason.BAD_KEY, at, what + "; " + CURE);
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
