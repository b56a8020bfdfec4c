package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.junit.jupiter.api.Test;

class ArticleSourceConfigTest {

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "folder", "/articles",
                "topic", "raw",
                "rejected.topic", "rejected",
                "files.topic", "files",
                "files.consumer.bootstrap.servers", "localhost:9092"));
    }

    @Test
    void hasADefaultForEverythingButTheFolderAndTheTopics() {
        ArticleSourceConfig config = ArticleSourceConfig.of(settings());
        assertThat(config.folder()).hasToString("/articles");
        assertThat(config.doubtfulAge()).hasSeconds(1);
        assertThat(config.pollInterval()).hasMillis(500);
        assertThat(config.batch().isFull()).isFalse();
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Map<String, String> wrong = settings();
        wrong.put("folder", "articles");
        wrong.put("topic", "a b");
        wrong.remove("rejected.topic");
        wrong.put("rejcted.topic", "rejected");
        wrong.put("poll.interval.ms", "0");
        wrong.put("minimum.age.ms", "soon");
        wrong.put("batch.max.records", "-1");
        wrong.put("batch.max.bytes", "");
        assertThatThrownBy(() -> ArticleSourceConfig.of(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "absolute path",
                        "a b",
                        "Missing required configuration \"rejected.topic\"",
                        "no setting rejcted.topic",
                        "poll.interval.ms",
                        "minimum.age.ms",
                        "batch.max.records",
                        "batch.max.bytes");
    }

    @Test
    void wantsTwoTopics() {
        Map<String, String> wrong = settings();
        wrong.put("rejected.topic", "raw");
        assertThatThrownBy(() -> ArticleSourceConfig.of(wrong)).hasMessageContaining("a topic each");
    }

    @Test
    void refusesNamesThatKafkaRefuses() {
        for (String name : new String[] {"", ".", "..", "a/b", "é", "x".repeat(250)}) {
            Map<String, String> wrong = settings();
            wrong.put("topic", name);
            assertThatThrownBy(() -> ArticleSourceConfig.of(wrong)).as(name).isInstanceOf(ConfigException.class);
        }
    }

    @Test
    void knowsEverySettingThatConnectHasForASource() {
        Map<String, String> all = settings();
        for (String name : SourceConnectorConfig.configDef().names()) {
            all.put(name, "x");
        }
        all.put("transforms.x.type", "y");
        all.put("topic.creation.default.partitions", "4");
        all.put("producer.override.linger.ms", "20");
        all.put("key.converter.schemas.enable", "false");
        all.put("task.class", "z");
        assertThat(ArticleSourceConfig.of(all).topic()).isEqualTo("raw");
    }

    @Test
    void documentsEverySetting() {
        for (ConfigDef.ConfigKey key :
                ArticleSourceConfig.DEFINITION.configKeys().values()) {
            assertThat(key.documentation).as(key.name).isNotBlank().endsWith(".");
            assertThat(key.validator).as(key.name).isNotNull();
        }
    }

    @Test
    void saysWhatIsMissingOrTooMuchWhereFilesAreMoved() {
        Map<String, String> move = settings();
        move.put("after.publishing", "move-by-date");
        assertThat(ArticleSourceConfig.mistakes(move))
                .singleElement()
                .asString()
                .contains("archive.folder must say");
        move.put("archive.folder", "archive");
        assertThat(ArticleSourceConfig.mistakes(move))
                .singleElement()
                .asString()
                .contains("absolute path");
        move.put("archive.folder", "/archive");
        assertThat(ArticleSourceConfig.mistakes(move)).isEmpty();
        move.put("errors.tolerance", "all");
        assertThat(ArticleSourceConfig.mistakes(move))
                .singleElement()
                .asString()
                .contains("errors.tolerance");
        Map<String, String> keep = settings();
        keep.put("archive.folder", "/archive");
        assertThat(ArticleSourceConfig.mistakes(keep))
                .singleElement()
                .asString()
                .contains("nothing is moved there");
        keep.put("after.publishing", "burn");
        assertThat(ArticleSourceConfig.mistakes(keep)).anyMatch(mistake -> mistake.contains("keep, move"));
        Map<String, String> one = settings();
        one.put("files.topic", "raw");
        assertThat(ArticleSourceConfig.mistakes(one)).singleElement().asString().contains("a topic of their own");
    }
}
