package kroniek.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kroniek.domain.Article;
import kroniek.domain.PublicationDate;
import kroniek.domain.Reading;
import kroniek.domain.Rejection;
import kroniek.domain.Rejection.Reason;
import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

    private static final String NEWS = " date 2018-02 België wint\n\nHet is “feest” in België – eindelijk.\n";

    // Pairs of files: what comes in, and what is made of it.

    @ParameterizedTest
    @MethodSource("inputs")
    void inputIsReadAsTheFileBesideItSays(Path input) throws IOException {
        Format format = input.toString().endsWith(".json") ? Format.JSON : Format.TEXT;
        Reading reading = ArticleReader.read("id", format, Files.readAllBytes(input));

        Path expected = input.resolveSibling(input.getFileName().toString().replaceFirst("\\..*", ".expected"));
        assertThat(shown(reading)).isEqualTo(Files.readString(expected));
    }

    static List<Path> inputs() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(ArticleReaderTest.class.getResource("text"))
                .toURI());
        try (Stream<Path> files = Files.walk(root.resolveSibling("."), 2)) {
            return files.filter(file -> file.toString().matches(".*/(text|json)/[^/]*\\.(txt|json)"))
                    .sorted()
                    .toList();
        }
    }

    private static String shown(Reading reading) {
        if (reading instanceof Rejection rejection) {
            return "rejected  " + rejection.reason().code() + "\n" + rejection.detail() + "\n";
        }
        Article article = (Article) reading;
        return """
                published %s
                header    %s
                title     %s
                source    %s
                text      %s
                """.formatted(
                        article.published().value(),
                        shown(article, article.header(), null),
                        shown(article, article.titleSpan(), article.title()),
                        shown(article, article.sourceSpan(), article.source()),
                        article.text().replace("\n", "\\n"));
    }

    private static String shown(Article article, @Nullable Span span, @Nullable String value) {
        if (span == null) {
            return value == null ? "-" : value + " (a field)";
        }
        String covered = covered(article.text(), span);
        if (value != null) {
            assertThat(value).isEqualTo(covered);
        }
        return "%d-%d '%s'"
                .formatted(
                        span.start(), span.end(), covered.replace("\n", "\\n").replace("\t", "\\t"));
    }

    private static String covered(String text, Span span) {
        int[] codePoints = text.codePoints().toArray();
        return new String(codePoints, span.start(), span.length());
    }

    // Encodings

    @Test
    void everyEncodingGivesTheSameArticle() {
        Reading plain = read(NEWS.getBytes(UTF_8));

        assertThat(plain).isInstanceOf(Article.class);
        assertThat(read(marked("\uFEFF", UTF_8))).isEqualTo(plain);
        assertThat(read(marked("\uFEFF", UTF_16LE))).isEqualTo(plain);
        assertThat(read(marked("\uFEFF", UTF_16BE))).isEqualTo(plain);
        assertThat(read(NEWS.getBytes(Charset.forName("windows-1252")))).isEqualTo(plain);
    }

    private static byte[] marked(String mark, Charset charset) {
        return (mark + NEWS).getBytes(charset);
    }

    @Test
    void aDamagedByteDoesNotTurnUtf8IntoWindows1252() {
        byte[] bytes = (NEWS + "é").getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

        assertThat(text(cut)).isEqualTo(NEWS + "\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x81, 0x8D, 0x8F, 0x90, 0x9D})
    void aByteThatWindows1252LeavesUndefinedIsMarkedAsUnreadable(int undefined) {
        String latin = " date 2018-02 Belgi\u00EB wint" + (char) undefined + ".\n\nHet is feest.\n";

        assertThat(text(latin.getBytes(ISO_8859_1))).contains("België wint\uFFFD.");
    }

    @Test
    void windowsLineEndsStay() {
        String news = " date 2018-02 Regen op komst\r\n\r\nHet gaat regenen.\r\n";

        assertThat(read(news.getBytes(UTF_8))).asInstanceOf(type(Article.class)).satisfies(article -> {
            assertThat(article.text()).isEqualTo(news);
            assertThat(article.title()).isEqualTo("Regen op komst");
            assertThat(article.titleSpan()).isEqualTo(new Span(14, 28));
        });
    }

    @Test
    void carriageReturnsAloneBecomeLineFeeds() {
        String news = " date 2018-02 Regen op komst\r\rHet gaat regenen.\r";

        assertThat(text(news.getBytes(UTF_8))).isEqualTo(news.replace('\r', '\n'));
    }

    @Test
    void publicationDateComesFromTheHeader() {
        assertThat(read(NEWS.getBytes(UTF_8)))
                .asInstanceOf(type(Article.class))
                .extracting(article -> article.published().source())
                .isEqualTo(PublicationDate.Source.HEADER);
    }

    // What is no text

    @Test
    void nulIsBinary() {
        assertThat(reason((NEWS + "\0").getBytes(UTF_8))).isEqualTo(Reason.BINARY);
        assertThat(reason(new byte[] {0, 1, 2})).as("nothing but controls").isEqualTo(Reason.BINARY);
    }

    @Test
    void utf16WithoutItsMarkIsBinaryAndTheReaderIsToldWhy() {
        assertThat(read(NEWS.getBytes(UTF_16LE)))
                .asInstanceOf(type(Rejection.class))
                .satisfies(rejection -> {
                    assertThat(rejection.reason()).isEqualTo(Reason.BINARY);
                    assertThat(rejection.detail()).contains("UTF-16", "byte order mark");
                });
    }

    @Test
    void mostlyControlCharactersAreBinary() {
        assertThat(reason(" date 2018-02 \1\2\3\4\5\6\7 x".getBytes(UTF_8))).isEqualTo(Reason.BINARY);
    }

    @Test
    void aStrayControlCharacterIsNot() {
        String news = NEWS + "\u001B[1m";

        assertThat(text(news.getBytes(UTF_8))).isEqualTo(news);
    }

    @Test
    void noBytesAreEmpty() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})).isEqualTo(Reason.EMPTY);
        assertThat(reason(new byte[] {(byte) 0xFF, (byte) 0xFE})).isEqualTo(Reason.EMPTY);
    }

    // Size

    @Test
    void oneMegabyteIsReadAndOneByteMoreIsNot() {
        String full = filled(NEWS, "€ ", ArticleReader.MAX_BYTES);

        assertThat(text(full.getBytes(UTF_8))).isEqualTo(full);
        assertThat(reason((full + "x").getBytes(UTF_8))).isEqualTo(Reason.TOO_LARGE);
        assertThat(text(("\uFEFF" + full).getBytes(UTF_16LE))).isEqualTo(full);
        assertThat(reason(("\uFEFF" + full + "x").getBytes(UTF_16LE))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void theLimitOfJsonIsOnTitleAndText() {
        String body = filled("", "€ ", ArticleReader.MAX_BYTES - "Titel\n\n".length());
        String padding = "\"padding\":\"" + "x".repeat(ArticleReader.MAX_BYTES) + "\"";

        assertThat(json("{\"date\":\"2018-02\",\"title\":\"Titel\",\"text\":\"" + body + "\"," + padding + "}"))
                .isInstanceOf(Article.class);
        assertThat(json("{\"date\":\"2018-02\",\"title\":\"Titels\",\"text\":\"" + body + "\"}"))
                .asInstanceOf(type(Rejection.class))
                .extracting(Rejection::reason)
                .isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "JSON"})
    void whatCannotBeUnderTheLimitIsRefusedUnread(Format format) {
        Reading reading = ArticleReader.read("id", format, new byte[ArticleReader.maxRawBytes(format) + 1]);

        assertThat(reading)
                .asInstanceOf(type(Rejection.class))
                .extracting(Rejection::reason)
                .isEqualTo(Reason.TOO_LARGE);
    }

    private static String filled(String start, String unit, int bytes) {
        int missing = bytes - start.getBytes(UTF_8).length;
        int size = unit.getBytes(UTF_8).length;
        return start + unit.repeat(missing / size) + "x".repeat(missing % size);
    }

    // JSON that means harm

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void jsonOfAHundredThousandLevelsIsRejected(String level) {
        String deep = level.repeat(100_000);

        assertThat(json("{\"date\":\"2018-02\",\"text\":\"x\",\"deep\":" + deep))
                .asInstanceOf(type(Rejection.class))
                .satisfies(rejection -> {
                    assertThat(rejection.reason()).isEqualTo(Reason.BAD_JSON);
                    assertThat(rejection.detail()).contains("deeper than 100 levels", "column");
                });
        assertThat(json(deep)).isInstanceOf(Rejection.class);
    }

    @Test
    void aRejectionShowsNoControlCharacters() {
        assertThat(read("nu\u001B[2J date 2018".getBytes(UTF_8)))
                .asInstanceOf(type(Rejection.class))
                .extracting(Rejection::detail)
                .asString()
                .contains("\\u001b[2J")
                .doesNotContain("\u001B");
    }

    // In short

    private static Reading read(byte[] bytes) {
        return ArticleReader.read("id", Format.TEXT, bytes);
    }

    private static Reading json(String json) {
        return ArticleReader.read("id", Format.JSON, json.getBytes(UTF_8));
    }

    private static String text(byte[] bytes) {
        assertThat(read(bytes)).isInstanceOf(Article.class);
        return ((Article) read(bytes)).text();
    }

    private static Reason reason(byte[] bytes) {
        assertThat(read(bytes)).isInstanceOf(Rejection.class);
        return ((Rejection) read(bytes)).reason();
    }
}
