package kroniek.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Says when brokers of a cluster are lost, and when they are back. What works with them waits and tries again of its own accord. */
final class BrokerWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Admin admin;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watch = new Thread(work, "broker-watch");
        watch.setDaemon(true);
        return watch;
    });

    private final Future<?> looking;

    /**
     * Begins to watch.
     *
     * @param say takes what there is to say
     * @throws UserError if no Kafka answers, or it refuses the login
     */
    BrokerWatch(Connection connection, Consumer<String> say) {
        admin = connection.admin();
        Changes changes = new Changes(connection.bootstrapServers());
        looking = thread.scheduleWithFixedDelay(
                () -> changes.see(brokers()).ifPresent(say), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many serve now; 0 where none answers. */
    private int brokers() {
        try {
            DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs((int) LOOK.toMillis());
            return admin.describeCluster(soon).nodes().get().size();
        } catch (ExecutionException none) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        thread.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }

    /** What is worth saying of the numbers of brokers seen one after the other. */
    static final class Changes {

        private final String bootstrapServers;
        private int most;
        private int seen = -1;
        private int known = -1;

        Changes(String bootstrapServers) {
            this.bootstrapServers = bootstrapServers;
        }

        /** Sees so many brokers. A change must be seen twice before it is said, for a busy broker may answer late. */
        Optional<String> see(int brokers) {
            boolean twice = brokers == seen;
            seen = brokers;
            if (!twice || brokers == known) {
                return Optional.empty();
            }
            boolean atFirst = known < 0 && brokers > 0;
            known = brokers;
            most = Math.max(most, brokers);
            return atFirst ? Optional.empty() : Optional.of(words(brokers));
        }

        private String words(int brokers) {
            if (brokers == 0) {
                return "Kafka at %s does not answer; waiting for it, nothing is lost meanwhile"
                        .formatted(bootstrapServers);
            }
            if (brokers < most) {
                return "Kafka has lost %d of its %d brokers; going on with the others".formatted(most - brokers, most);
            }
            return most == 1 ? "Kafka answers again" : "all %d brokers of Kafka answer".formatted(most);
        }
    }
}
