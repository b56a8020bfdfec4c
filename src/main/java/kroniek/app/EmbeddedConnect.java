package kroniek.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.Callback;

/**
 * A Kafka Connect worker inside this process that runs one connector exactly once. A group of one: its ids are its own, so that another
 * instance's worker neither overwrites the connector nor runs its task where the folder is not.
 */
final class EmbeddedConnect implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Connect<DistributedHerder> connect;
    private final String connector;

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

    /** Why the connector or its task has failed, if it has; the first line of its trace. */
    Optional<String> failure() {
        ConnectorStateInfo status;
        try {
            status = connect.herder().connectorStatus(connector);
        } catch (org.apache.kafka.connect.errors.NotFoundException notYet) {
            return Optional.empty();
        }
        if (status.connector().state().equals("FAILED")) {
            return Optional.of(firstLine(status.connector().trace()));
        }
        return status.tasks().stream()
                .filter(task -> task.state().equals("FAILED"))
                .findFirst()
                .map(task -> firstLine(task.trace()));
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
