package kroniek.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kroniek.language.actor.ActorFinder;
import kroniek.language.date.DateFinder;
import kroniek.language.text.DataFile;
import kroniek.language.text.SentenceSplitter;
import org.junit.jupiter.api.Test;

class LanguageVersionTest {

    private static final Path DATA = Path.of("src/main/resources/kroniek/language");

    private static String version(String own) {
        return Language.version(List.of(DataFile.of("own.tsv", own)));
    }

    @Test
    void itIsMadeOfEveryFileThatDecidesWhatIsFound() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            assertThat(Stream.of(DateFinder.files(), ActorFinder.files(), List.of(SentenceSplitter.FILE))
                            .flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> DATA.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> !file.startsWith("explain/"))
                            // Examples of rules that a test runs, and the list of the files for dates.
                            .filter(file -> !List.of("actors/examples.txt", "dates/files")
                                    .contains(file))
                            .toList());
        }
    }

    @Test
    void ownRowsChangeItAndCommentsDoNot() {
        String plain = Language.load().version();

        assertThat(plain).matches("[0-9a-f]{8}").isEqualTo(Language.version(List.of()));
        assertThat(version("name\tBEL\tKwikland"))
                .isNotEqualTo(plain)
                .isEqualTo(version("\n# mine\nname\tBEL\tKwikland\n"));
        assertThat(version("name\tBEL\tKwakland")).isNotEqualTo(version("name\tBEL\tKwikland"));
        assertThat(Language.load(List.of(DataFile.of("a.tsv", "name\tBEL\tKwikland")))
                        .version())
                .isEqualTo(version("name\tBEL\tKwikland"));
    }

    @Test
    void aFileOfCommentsAloneIsNoChange() {
        assertThat(version("# nothing yet\n")).isEqualTo(Language.version(List.of()));
    }
}
