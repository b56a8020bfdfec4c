package kroniek.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import kroniek.inbox.Redriven.Skipped;
import kroniek.topic.RawKey;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One redrive: of everything that was refused, what is still the newest version of its article is published again, byte for byte and with
 * its headers, in transactions of bounded size.
 */
final class Redrive {

    private static final int MOST_RECORDS = 500;
    private static final long MOST_BYTES = 16 << 20;
    private static final String FILE = "file:";
    private static final String NEWER = "a newer version is in the raw topic";

    private final RawLook look;
    private final Publication publication;
    private final Map<TopicPartition, TreeMap<Long, Refused>> due = new HashMap<>();
    private final List<Refused> published = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    private long batchBytes;

    Redrive(RawLook look, Publication publication) {
        this.look = look;
        this.publication = publication;
    }

    Redriven of(List<Refused> refused, Map<String, Newest> newest) {
        for (Refused one : refused) {
            Newest stands = newest.get(one.key());
            Optional<String> why = whyNot(one, stands);
            if (why.isPresent()) {
                skipped.add(new Skipped(one, why.get()));
            } else {
                Newest there = Objects.requireNonNull(stands);
                due.computeIfAbsent(there.partition(), none -> new TreeMap<>()).put(there.offset(), one);
            }
        }
        due.forEach((partition, offsets) -> {
            look.read(partition, offsets.keySet(), this::add);
            publish();
            // Compacted away between the two looks: something newer stands there.
            offsets.values().forEach(one -> skipped.add(new Skipped(one, NEWER)));
        });
        return new Redriven(published, skipped);
    }

    private static Optional<String> whyNot(Refused refused, @Nullable Newest newest) {
        if (newest == null) {
            return Optional.of(
                    refused.key().startsWith(FILE)
                            ? "the file %s never became a record of the raw topic; mend it, and a running program reads it again"
                                    .formatted(refused.key().substring(FILE.length()))
                            : "the raw topic no longer has it");
        }
        if (newest.kind() != RawKey.Kind.ARTICLE) {
            return Optional.of("sending it again as it is would not help: " + refused.detail());
        }
        if (newest.sha256() == null) {
            return Optional.of("it is withdrawn");
        }
        return newest.sha256().equals(refused.sha256()) ? Optional.empty() : Optional.of(NEWER);
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        batch.add(record);
        batchBytes += record.serializedValueSize();
        if (batch.size() >= MOST_RECORDS || batchBytes >= MOST_BYTES) {
            publish();
        }
    }

    private void publish() {
        List<ConsumerRecord<byte[], byte[]>> overtaken = publication.again(batch);
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            Refused one = Objects.requireNonNull(
                    Objects.requireNonNull(due.get(partition)).remove(record.offset()));
            if (overtaken.contains(record)) {
                skipped.add(new Skipped(one, "another version was written while this ran"));
            } else {
                published.add(one);
            }
        }
        batch.clear();
        batchBytes = 0;
    }
}
