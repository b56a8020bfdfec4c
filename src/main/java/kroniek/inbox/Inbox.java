package kroniek.inbox;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kroniek.inbox.Withdrawal.Outcome;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The producer for the raw topic of one deployment: what a person has published again or withdrawn. */
public final class Inbox implements AutoCloseable {

    private final Map<String, Object> client;
    private final Topics topics;
    private final Admin admin;

    /** @param client settings of the connection, {@code bootstrap.servers} at least */
    public Inbox(Map<String, Object> client, Topics topics) {
        this.client = client;
        this.topics = topics;
        this.admin = Admin.create(client);
    }

    /** Everything that counts for nobody now: the rejections, and the articles on which the program failed; by key. */
    public List<Refused> refused() {
        return Stream.concat(read(topics.rejected(), Refused::rejected), read(topics.deadLetters(), Refused::failed))
                .sorted(Comparator.comparing(Refused::key))
                .toList();
    }

    private Stream<Refused> read(Topic<byte[]> topic, Function<byte[], Refused> form) {
        return TopicReader.table(client, topic.name(), (name, bytes) -> bytes == null ? null : form.apply(bytes))
                .values()
                .stream();
    }

    /**
     * Publishes what was refused again, for a program that may understand it now: only where the refused version is the newest of its article
     * in the raw topic, and none that another producer overtakes meanwhile.
     *
     * @param wanted which of it
     * @throws KafkaException if the cluster fails, or another redrive begins; what is not published then is not changed
     */
    public Redriven redrive(Predicate<Refused> wanted) {
        List<Refused> refused = refused().stream().filter(wanted).toList();
        if (refused.isEmpty()) {
            return new Redriven(List.of(), List.of());
        }
        try (RawLook look = look()) {
            Map<String, Newest> newest =
                    look.newest(refused.stream().map(Refused::key).collect(toSet()));
            try (Publication publication = new Publication(client, topics, look.ends())) {
                return new Redrive(look, publication).of(refused, newest);
            }
        }
    }

    /**
     * Withdraws articles: all of them, or none if that fails. A version that is written behind the withdrawal counts again.
     *
     * @param ids article ids, or the keys of rejections of records that are no article
     */
    public List<Withdrawal> withdraw(Collection<String> ids) {
        try (RawLook look = look()) {
            Map<String, Newest> newest = look.newest(Set.copyOf(ids));
            List<Withdrawal> withdrawals = new LinkedHashSet<>(ids)
                    .stream().map(id -> withdrawal(id, newest.get(id))).toList();
            List<Newest> there = withdrawals.stream()
                    .filter(withdrawal -> withdrawal.outcome() == Outcome.WITHDRAWN)
                    .map(withdrawal -> newest.get(withdrawal.id()))
                    .toList();
            if (!there.isEmpty()) {
                try (Publication publication = new Publication(client, topics, look.ends())) {
                    publication.withdraw(there);
                }
            }
            return withdrawals;
        }
    }

    private static Withdrawal withdrawal(String id, @Nullable Newest newest) {
        if (newest == null) {
            return new Withdrawal(id, Outcome.NOT_IN_RAW, null);
        }
        return new Withdrawal(
                id, newest.sha256() == null ? Outcome.WITHDRAWN_BEFORE : Outcome.WITHDRAWN, newest.file());
    }

    private RawLook look() {
        return new RawLook(client, admin, topics.articlesRaw().name());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
