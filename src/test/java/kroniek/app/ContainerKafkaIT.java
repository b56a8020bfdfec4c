package kroniek.app;

import kroniek.topic.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The suite on Apache Kafka's own image; skipped where no Docker engine runs. */
class ContainerKafkaIT extends RunningSuite {

    private static KafkaContainer kafka;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine: the suite runs on the embedded broker only");
        kafka = new KafkaContainer("apache/kafka:4.3.1")
                .withEnv(
                        "KAFKA_MESSAGE_MAX_BYTES",
                        Integer.toString(Catalogue.load().maxRecordBytes()));
        kafka.start();
    }

    @AfterAll
    static void stop() {
        if (kafka != null) {
            kafka.stop();
        }
    }

    @Override
    String bootstrapServers() {
        return kafka.getBootstrapServers();
    }
}
