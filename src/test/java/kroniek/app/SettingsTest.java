package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void withoutAnythingTheSamplesAreReadAndABrokerIsStarted() {
        Settings settings = Settings.of(null, Map.of());

        assertThat(settings.readsSamples()).isTrue();
        assertThat(settings.bootstrapServers()).isNull();
        assertThat(settings.data()).isEqualTo(Path.of(".kroniek"));
        assertThat(settings.http()).isEqualTo(new Settings.HttpAddress("127.0.0.1", 8080, false));
        assertThat(settings.topics().actorMonths().name()).isEqualTo("kroniek.actor-months");
    }

    @Test
    void onAClusterNoFolderIsReadUnlessItIsNamed() {
        assertThat(Settings.of(null, Map.of("bootstrap.servers", "a:1")).articles())
                .isNull();
        assertThat(Settings.of(null, Map.of("bootstrap.servers", "a:1", "articles.dir", "x"))
                        .articles())
                .isEqualTo(Path.of("x"));
    }

    @Test
    void anOptionGoesBeforeTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.properties"), "prefix=uit-bestand\nstreams.num.stream.threads=3\n");

        assertThat(Settings.of(file, Map.of()).prefix()).isEqualTo("uit-bestand");
        assertThat(Settings.of(file, Map.of()).streams()).containsEntry("num.stream.threads", "3");
        assertThat(Settings.of(file, Map.of("prefix", "optie")).prefix()).isEqualTo("optie");
    }

    @Test
    void everyMistakeIsNamedInOneMessage() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.properties"), "prefx=a\nhttp.address=8080\ntopics.partitions=nul\nprefix=a b\n");

        assertThatThrownBy(() -> Settings.of(file, Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(
                        "my.properties",
                        "there is no setting 'prefx'",
                        "http.address is HOST:PORT",
                        "topics.partitions is a whole number from 1 to 1000, not 'nul'",
                        "prefix is up to 100 letters");
    }

    @Test
    void nobodyMayWriteOverHttpUnlessThatIsSaid() throws IOException {
        assertThat(WriteToken.access(Settings.of(null, Map.of()).write()).isOpen())
                .isFalse();
        assertThat(WriteToken.access(Settings.of(null, Map.of("http.write.loopback", "true"))
                                .write())
                        .isOpen())
                .isTrue();
        assertThatThrownBy(() -> Settings.of(null, Map.of("http.write.loopback", "yes")))
                .hasMessageContaining("http.write.loopback is true or false, not 'yes'");
        Path token = folder.resolve("token");
        Settings.Write write = Settings.of(null, Map.of("http.write.token.file", token.toString()))
                .write();
        assertThatThrownBy(() -> WriteToken.access(write))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot read the token for writing");
        Files.writeString(token, "kort\n");
        assertThatThrownBy(() -> WriteToken.access(write))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at least 16 visible ASCII characters");
        Files.writeString(token, "0123456789abcdef\n");
        assertThat(WriteToken.access(write).isOpen()).isTrue();
    }

    @Test
    void howOftenTopicsAreKeptIsTheClustersMatterUnlessItIsSaid() {
        assertThat(Settings.of(null, Map.of()).topics().replication()).isZero();
        assertThat(Settings.of(null, Map.of("topics.replication", "3")).topics().replication())
                .isEqualTo(3);
        assertThatThrownBy(() -> Settings.of(null, Map.of("topics.replication", "0")))
                .hasMessageContaining("topics.replication is a whole number from 1 to 100, not '0'");
    }

    @Test
    void theCommentedFileNamesEverySettingAndNoOther() throws IOException {
        String uncommented =
                Files.readString(Path.of("config/kroniek.properties")).replaceAll("(?m)^#([a-z]+[a-z.]*[.=])", "$1");
        Properties documented = new Properties();
        documented.load(new StringReader(uncommented));
        Path file = Files.writeString(folder.resolve("all.properties"), uncommented);

        assertThat(documented.stringPropertyNames()).containsAll(Settings.KEYS);
        // Would be refused if the file named a setting that there is not.
        assertThat(Settings.of(file, Map.of()).connector()).containsKey("minimum.age.ms");
    }

    @Test
    void aFileThatIsNotThereIsAClearError() {
        assertThatThrownBy(() -> Settings.of(folder.resolve("none"), Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot read the settings file");
    }

    @Test
    void whatIsDoneWithFilesIsHandedToTheConnectorWithAbsolutePaths() {
        Settings settings = Settings.of(
                null, Map.of("after.publishing", "move", "archive.dir", "archief", "after.vanishing", "withdraw"));

        assertThat(settings.connector())
                .containsEntry("after.publishing", "move")
                .containsEntry(
                        "archive.folder", Path.of("archief").toAbsolutePath().toString())
                .containsEntry("after.vanishing", "withdraw")
                .doesNotContainKey("rejected.folder");
        assertThatThrownBy(() -> Settings.of(null, Map.of("bootstrap.servers", "a:1", "after.publishing", "move")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("after.publishing is for a folder that is watched");
    }
}
