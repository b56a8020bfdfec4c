package kroniek.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * How every client of this program reaches its Kafka.
 *
 * @param bootstrapServers where it listens
 * @param shared what all clients are told beside that, in Kafka's own keys: how to log in, above all
 */
record Connection(String bootstrapServers, Map<String, String> shared) {

    private static final String LOGIN =
            "kafka.security.protocol, kafka.sasl.mechanism, kafka.sasl.jaas.config and kafka.ssl.*";

    /** Copies the settings. */
    Connection {
        shared = Map.copyOf(shared);
    }

    /** A connection to a Kafka that asks for no login. */
    static Connection to(String bootstrapServers) {
        return new Connection(bootstrapServers, Map.of());
    }

    /** Settings of a client, in Kafka's own keys. */
    Map<String, Object> client() {
        Map<String, Object> settings = new HashMap<>(shared);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }

    /** Settings of a client that gives up on a cluster that does not answer, instead of waiting for minutes. */
    Map<String, Object> impatient() {
        Map<String, Object> settings = client();
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }

    /**
     * An impatient admin client.
     *
     * @throws UserError if no Kafka answers, or it refuses the login
     */
    Admin admin() {
        Admin admin;
        try {
            admin = Admin.create(impatient());
        } catch (KafkaException e) {
            throw new UserError(
                    "'%s' cannot be used: %s; check --bootstrap-servers%s"
                            .formatted(
                                    bootstrapServers,
                                    Application.rootOf(e).getMessage(),
                                    shared.isEmpty() ? "" : ", and " + LOGIN),
                    e);
        }
        try {
            admin.describeCluster().nodes().get();
            return admin;
        } catch (ExecutionException e) {
            admin.close();
            throw notReached(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            admin.close();
            throw new UserError("interrupted while looking for Kafka at " + bootstrapServers, e);
        }
    }

    private UserError notReached(ExecutionException failure) {
        if (failure.getCause() instanceof AuthenticationException refused) {
            return new UserError(
                    "Kafka at %s refuses the login (%s); check %s"
                            .formatted(bootstrapServers, refused.getMessage(), LOGIN),
                    failure);
        }
        return new UserError(
                "no Kafka answers at %s; check --bootstrap-servers%s"
                        .formatted(
                                bootstrapServers,
                                shared.isEmpty()
                                        ? "; one that asks for a login needs kafka.security.protocol"
                                        : ", and " + LOGIN),
                failure);
    }
}
