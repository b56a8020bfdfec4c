package kroniek.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kroniek.topic.TopicAdmin;
import kroniek.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/**
 * Sets the application back to the beginning of the raw topic, its stores as they are: the next instance reads every article again, and the
 * ledger moves the counts by what is different then.
 */
public final class Rewind {

    /** Longer than a transaction of a killed instance lives. */
    private static final int STABLE_MS = 45_000;

    private final Admin admin;
    private final Topics topics;

    /** @param admin stays the caller's to close */
    public Rewind(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** Who is in the application's group, each with its host; one that stopped without leaving is there until its session ends. */
    public List<String> members() {
        return GroupMembers.of(admin, topics.prefix()).stream()
                .map(member -> member.groupInstanceId().orElse(member.consumerId()) + " at " + member.host())
                .sorted()
                .toList();
    }

    /** Takes those out of the group of whom the caller knows that they do not run any more. */
    public void removeMembers() {
        if (!GroupMembers.of(admin, topics.prefix()).isEmpty()) {
            TopicAdmin.get(
                    admin.removeMembersFromConsumerGroup(topics.prefix(), new RemoveMembersFromConsumerGroupOptions())
                            .all());
        }
    }

    /**
     * Sets the offsets of the raw topic back.
     *
     * @return false where somebody is in the group, so that nothing was set
     */
    public boolean toTheBeginning() {
        if (!members().isEmpty()) {
            return false;
        }
        // Waits for what a killed instance had nearly committed, which would else be written over this.
        Map<String, ListConsumerGroupOffsetsSpec> group = Map.of(topics.prefix(), new ListConsumerGroupOffsetsSpec());
        TopicAdmin.get(admin.listConsumerGroupOffsets(
                        group,
                        new ListConsumerGroupOffsetsOptions()
                                .requireStable(true)
                                .timeoutMs(STABLE_MS))
                .partitionsToOffsetAndMetadata());
        try {
            TopicAdmin.get(admin.alterConsumerGroupOffsets(topics.prefix(), beginnings())
                    .all());
            return true;
        } catch (GroupNotEmptyException | UnknownMemberIdException startedMeanwhile) {
            return false;
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> beginnings() {
        String raw = topics.articlesRaw().name();
        int partitions = new TopicAdmin(admin, topics).partitions(raw).orElseThrow();
        Map<TopicPartition, OffsetSpec> earliest = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(raw, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
        Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
        TopicAdmin.get(admin.listOffsets(earliest).all())
                .forEach((partition, begin) -> beginnings.put(partition, new OffsetAndMetadata(begin.offset())));
        return beginnings;
    }
}
