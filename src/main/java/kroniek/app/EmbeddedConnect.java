package kroniek.app;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.RestartRequest;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka Connect worker inside this process that runs one connector exactly once. A group of one: its ids are its own, so that another
 * instance's worker neither overwrites the connector nor runs its task where the folder is not.
 */
final class EmbeddedConnect implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    /** So many times within {@link #WINDOW} a failed connector or task is started again; one that fails more often fails for good. */
    private static final int RESTARTS = 3;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** A restart shows in the status only some time after it was asked for. */
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedConnect.class);

    private final Connect<DistributedHerder> connect;
    private final String connector;

    /** When it was started again, as nanoTime. */
    private final Deque<Long> restarts = new ArrayDeque<>();

    private EmbeddedConnect(Connect<DistributedHerder> connect, String connector) {
        this.connect = connect;
        this.connector = connector;
    }

    /**
     * Starts the worker and the connector.
     *
     * @param worker further settings of the worker, in Connect's own keys
     * @param group the worker's group, and the prefix of its topics
     * @param connector the connector's name
     * @param configuration the connector's configuration
     */
    static EmbeddedConnect start(
            String bootstrapServers,
            String group,
            Map<String, String> worker,
            String connector,
            Map<String, String> configuration) {
        // The program stops Connect itself, before the broker that it needs for stopping.
        Exit.setShutdownHookAdder((name, hook) -> {});
        Map<String, String> settings = new HashMap<>(worker);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", group);
        settings.put("config.storage.topic", group + "-configs");
        settings.put("offset.storage.topic", group + "-offsets");
        settings.put("status.storage.topic", group + "-status");
        for (String storage : new String[] {"config", "offset", "status"}) {
            settings.putIfAbsent(storage + ".storage.replication.factor", "-1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        settings.put("exactly.once.source.support", "enabled");
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        settings.put("header.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("plugin.discovery", "service_load");
        settings.put("listeners", "http://127.0.0.1:0");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "2000");
        Connect<DistributedHerder> connect = new ConnectDistributed().startConnect(settings);
        EmbeddedConnect embedded = new EmbeddedConnect(connect, connector);
        embedded.configure(configuration);
        return embedded;
    }

    /** Puts the configuration unless it is the stored one already: putting restarts a connector that has only just begun to start. */
    private void configure(Map<String, String> configuration) {
        CompletableFuture<Map<String, String>> stored = new CompletableFuture<>();
        connect.herder().connectorConfig(connector, complete(stored));
        if (configuration.equals(await(stored.exceptionally(notThere -> Map.of())))) {
            return;
        }
        CompletableFuture<Herder.Created<ConnectorInfo>> put = new CompletableFuture<>();
        connect.herder().putConnectorConfig(connector, configuration, true, complete(put));
        await(put);
    }

    private static <T> Callback<T> complete(CompletableFuture<T> future) {
        return (error, result) -> {
            if (error != null) {
                future.completeExceptionally(error);
            } else {
                future.complete(result);
            }
        };
    }

    private <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            close();
            throw new UserError("the file connector cannot start: " + e.getCause(), e);
        } catch (TimeoutException e) {
            close();
            throw new UserError("the file connector did not start within " + START_TIMEOUT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new UserError("interrupted while the file connector was starting", e);
        }
    }

    /**
     * Why the connector or its task has failed for good, if it has; the first line of its trace. One that has failed is started again first, for
     * much that Connect takes for a failure is over then: a transaction that took too long, because the clock was moved or a broker was lost.
     */
    synchronized Optional<String> failure() {
        Optional<String> failed = failed();
        long now = System.nanoTime();
        restarts.removeIf(earlier -> now - earlier > WINDOW.toNanos());
        boolean restarting = !restarts.isEmpty() && now - restarts.getLast() < BETWEEN_RESTARTS.toNanos();
        if (failed.isEmpty() || restarting) {
            return Optional.empty();
        }
        if (restarts.size() == RESTARTS) {
            return failed;
        }
        restarts.add(now);
        LOG.warn("the file connector has failed and is started again: {}", failed.get());
        connect.herder().restartConnectorAndTasks(new RestartRequest(connector, true, true), (error, restarted) -> {
            if (error != null) {
                LOG.warn("the file connector could not be started again", error);
            }
        });
        return Optional.empty();
    }

    private Optional<String> failed() {
        ConnectorStateInfo status;
        try {
            status = connect.herder().connectorStatus(connector);
        } catch (org.apache.kafka.connect.errors.NotFoundException notYet) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(status.connector()), status.tasks().stream())
                .filter(this::hasFailedHere)
                .findFirst()
                .map(part -> firstLine(part.trace()));
    }

    /** What stands in the status of an earlier worker is no failure of this one: it stays there until the task runs again. */
    private boolean hasFailedHere(ConnectorStateInfo.AbstractState part) {
        URI worker = connect.rest().advertisedUrl();
        String id = worker.getHost() + ":" + worker.getPort();
        return part.state().equals("FAILED") && part.workerId().equals(id);
    }

    private static String firstLine(String trace) {
        return trace.lines().findFirst().orElse("no reason given");
    }

    /** Stops the connector and the worker. */
    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
