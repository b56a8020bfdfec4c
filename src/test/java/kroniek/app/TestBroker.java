package kroniek.app;

import java.nio.file.Path;
import java.util.Map;
import kroniek.topic.Catalogue;

/** The embedded broker for tests of other packages. */
public final class TestBroker implements AutoCloseable {

    private final EmbeddedKafka kafka;

    private TestBroker(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    /** Starts a broker on the data in a directory. */
    public static TestBroker start(Path directory) {
        return new TestBroker(EmbeddedKafka.start(directory, Catalogue.load().maxRecordBytes()));
    }

    /** Settings of a client. */
    public Map<String, Object> client() {
        return Connection.to(bootstrapServers()).client();
    }

    /** Where it listens. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
