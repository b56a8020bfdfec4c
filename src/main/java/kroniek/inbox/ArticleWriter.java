package kroniek.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.article.Line;
import kroniek.article.LineId;
import kroniek.article.LineReader;
import kroniek.article.Sha256;
import kroniek.domain.Rejection;
import kroniek.topic.RawKey;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the articles that others push to the raw topic, and says where they stand once Kafka has acknowledged them. What would be rejected
 * is not written: the writer is there to be told. Thread-safe.
 *
 * <p>Idempotent, but without a transaction. Each article stands for itself, and one that is sent twice changes no result, so there is
 * nothing that a transaction would keep together; and the one that {@link Publication} has must stay its own, since two producers with
 * one transactional id end each other. What is written here while a redrive runs is seen by it, and wins.
 */
public final class ArticleWriter implements AutoCloseable {

    /** The most bytes that any article may have as it is pushed; who reads them may stop behind that. */
    public static final int MOST_BYTES = ArticleReader.maxRawBytes(Format.JSON);

    /** The most lines of one request: their answers are held until the last is written. */
    public static final int MOST_LINES = 10_000;

    /** How long one request to a broker may take where the user says nothing, in milliseconds: whoever pushes waits for the answer. */
    public static final int REQUEST_TIMEOUT_MS = 5_000;

    /** How long an article may take to be acknowledged, over all tries, in milliseconds. */
    public static final int DELIVERY_TIMEOUT_MS = 15_000;

    private final Producer<byte[], byte[]> producer;
    private final Topic<byte[]> raw;
    private final RateLimit rate;

    /** Writes with a producer, which it closes in the end. */
    public ArticleWriter(Producer<byte[], byte[]> producer, Topics topics, RateLimit rate) {
        this.producer = producer;
        this.raw = topics.articlesRaw();
        this.rate = rate;
    }

    /**
     * Writes with a producer of its own.
     *
     * @param client settings of the connection, {@code bootstrap.servers} at least, and of the producer
     */
    public static ArticleWriter connect(Map<String, Object> client, Topics topics, RateLimit rate) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                topics.articlesRaw().declaration().maxMessageBytes());
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        return new ArticleWriter(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), topics, rate);
    }

    /**
     * Writes a JSON article under the id in its field {@code id}.
     *
     * @throws NotTakenException if it is not taken
     */
    public Written json(byte[] article) {
        return send(null, article).await();
    }

    /**
     * Writes a JSON article under an id. A field {@code id} in it must be the same.
     *
     * @throws NotTakenException if it is not taken
     */
    public Written json(String id, byte[] article) {
        return send(id, article).await();
    }

    /**
     * Writes an article in the form of a text file, header line first, under an id.
     *
     * @throws NotTakenException if it is not taken
     */
    public Written text(String id, byte[] article) {
        rate.take();
        requireUsable(id);
        requireReadable(Format.TEXT, article);
        return publish(id, Format.TEXT, article).await();
    }

    /**
     * Withdraws what stands under an id, whether there is anything or not.
     *
     * @throws NotTakenException if that is not taken
     */
    public Written withdraw(String id) {
        rate.take();
        requireUsable(id);
        return publish(id, null, null).await();
    }

    /**
     * Writes JSON articles, one a line, each for itself; blank lines are read over. Once there were too many, no later line is taken
     * either: of two versions of an article the older one must not be sent again over the newer.
     *
     * @return what became of each line, in their order; behind {@link #MOST_LINES} one more that says so, and then reading ends
     * @throws IOException if the lines cannot be read to their end; what was read before may be written
     */
    public List<PushedLine> lines(InputStream articles) throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        try (LineReader lines = new LineReader(articles)) {
            @Nullable NotTakenException full = null;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                long number = lines.lines() + (line.terminated() ? 0 : 1);
                if (attempts.size() == MOST_LINES) {
                    attempts.add(new Attempt(number, null, NotTakenException.tooManyLines(MOST_LINES)));
                    break;
                }
                Attempt attempt = full == null ? attempt(number, line) : new Attempt(number, null, full);
                full = attempt.isOneTooMany() ? attempt.failure() : null;
                attempts.add(attempt);
            }
        }
        return attempts.stream().map(Attempt::outcome).toList();
    }

    private Attempt attempt(long number, Line line) {
        try {
            return new Attempt(number, send(line), null);
        } catch (NotTakenException refused) {
            return new Attempt(number, null, refused);
        }
    }

    private Sent send(Line line) {
        if (line.oversized()) {
            rate.take();
            throw NotTakenException.rejected(
                    new Rejection("", Rejection.Reason.TOO_LARGE, "the line has %d bytes".formatted(line.size())));
        }
        return send(null, line.bytes());
    }

    private Sent send(@Nullable String wanted, byte[] json) {
        rate.take();
        requireUtf8(json);
        requireReadable(Format.JSON, json);
        Optional<String> said = LineId.in(json);
        if (wanted != null && said.isPresent() && !said.get().equals(wanted)) {
            throw NotTakenException.unusable(
                    "bad-id", "the field id is another one than the id in the address; leave the field out");
        }
        String id = wanted == null ? said.orElseThrow(ArticleWriter::withoutId) : wanted;
        requireUsable(id);
        return publish(id, Format.JSON, json);
    }

    private static NotTakenException withoutId() {
        return NotTakenException.unusable(
                "no-id",
                "the field id is missing, blank, no string, or longer than %d bytes; give the article an id of its own"
                        .formatted(LineId.LONGEST));
    }

    private static void requireUtf8(byte[] json) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException other) {
            throw NotTakenException.unusable("bad-json", "the JSON is not UTF-8; send it as UTF-8");
        }
    }

    private static void requireReadable(Format format, byte[] article) {
        if (ArticleReader.read("", format, article) instanceof Rejection rejection) {
            throw NotTakenException.rejected(rejection);
        }
    }

    private static void requireUsable(String id) {
        if (id.isBlank() || id.getBytes(StandardCharsets.UTF_8).length > RawKey.LONGEST) {
            throw NotTakenException.unusable(
                    "bad-id", "an id is not blank and has at most %d bytes".formatted(RawKey.LONGEST));
        }
        if (RawKey.isReserved(id)) {
            throw NotTakenException.unusable(
                    "bad-id",
                    "the id begins with %s as the names of rejections do; give the article another id"
                            .formatted(id.substring(0, id.indexOf(':') + 1)));
        }
    }

    private Sent publish(String id, @Nullable Format format, byte @Nullable [] article) {
        @SuppressWarnings("NullAway") // Kafka takes null for a tombstone
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(raw.name(), id.getBytes(StandardCharsets.UTF_8), article);
        if (format != null && article != null) {
            header(written, "kroniek.format", format.code());
            header(written, "kroniek.size", Integer.toString(article.length));
            header(written, "kroniek.sha256", Sha256.of(article));
        }
        try {
            return new Sent(id, producer.send(written));
        } catch (KafkaException failed) {
            throw NotTakenException.unacknowledged(failed);
        }
    }

    private static void header(ProducerRecord<?, ?> written, String name, String value) {
        written.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the producer; what is on its way is still written, if Kafka takes it soon. */
    @Override
    public void close() {
        producer.close(Duration.ofMillis(DELIVERY_TIMEOUT_MS));
    }

    /** A record on its way. */
    private record Sent(String id, Future<RecordMetadata> place) {

        Written await() {
            try {
                RecordMetadata written = place.get();
                return new Written(id, written.partition(), written.offset() + 1);
            } catch (ExecutionException e) {
                throw NotTakenException.unacknowledged(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw NotTakenException.unacknowledged(e);
            }
        }
    }

    /** What is tried with a line. */
    private record Attempt(
            long number, @Nullable Sent sent, @Nullable NotTakenException failure) {

        boolean isOneTooMany() {
            return failure != null && failure.kind() == NotTakenException.Kind.TOO_MANY;
        }

        PushedLine outcome() {
            if (sent == null) {
                return new PushedLine(number, null, failure);
            }
            try {
                return new PushedLine(number, sent.await(), null);
            } catch (NotTakenException unacknowledged) {
                return new PushedLine(number, null, unacknowledged);
            }
        }
    }
}
