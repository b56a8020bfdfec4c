package kroniek.connect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Publishes the articles of a folder to Kafka, each exactly once where the worker supports that. One folder is one task: its files have an
 * order.
 */
public final class ArticleSourceConnector extends SourceConnector {

    private Map<String, String> properties = Map.of();

    /** For Connect. */
    public ArticleSourceConnector() {}

    static String packagedVersion() {
        return Optional.ofNullable(ArticleSourceConnector.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    @Override
    public String version() {
        return packagedVersion();
    }

    @Override
    public ConfigDef config() {
        return ArticleSourceConfig.DEFINITION;
    }

    /** Finds every mistake, unknown settings too. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        return new Config(ArticleSourceConfig.validate(connectorConfigs));
    }

    /** Offsets are part of every record, and nothing else is remembered. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public void start(Map<String, String> props) {
        ArticleSourceConfig.of(props);
        properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ArticleSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(properties);
    }

    /**
     * Offsets may be reset, file by file or all, which has the files read and published again; or set to what this connector wrote.
     *
     * @throws ConnectException if one of them is not of this connector
     */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            boolean resettable = RejectedFiles.isPartition(partition) || SourceRecords.isNotesPartition(partition);
            if (resettable && offset == null) {
                return;
            }
            if (!FileStates.isPartition(partition)) {
                throw new ConnectException(
                        "Not a source partition of this connector: " + partition
                                + ". A file is {\"file\": \"<path relative to the folder>\"}; {\"rejected\": …} can only be reset.");
            }
            check(partition, offset);
        });
        return true;
    }

    private static void check(Map<String, ?> partition, Map<String, ?> offset) {
        try {
            if (offset != null) {
                FileState.ofOffset(offset);
            }
        } catch (DataException e) {
            throw new ConnectException("Not an offset of " + partition + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        // Nothing runs here; the task has it all.
    }
}
