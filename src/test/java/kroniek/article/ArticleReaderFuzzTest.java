package kroniek.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import kroniek.domain.Article;
import kroniek.domain.Reading;
import kroniek.domain.Rejection;
import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes are, there is an answer, its spans lie in its text, and its text survives UTF-8. The seeds are
 * fixed.
 */
class ArticleReaderFuzzTest {

    private static final String HEADER = " date 2018-02 ";

    @ParameterizedTest
    @EnumSource
    void randomBytesGetAnAnswer(Format format) {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(format, bytes);
        }
    }

    @Test
    void randomCharactersAfterAHeaderGetAnAnswer() {
        String signs = "aAbBéÉ09 \t\n\r.,:;-–—|()[]{}'\"“”’!?…/@#\u00A0\u200B\uFEFF\uD83C\uDF89ß+*\\";
        Random random = new Random(2);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            check(Format.TEXT, text.toString().getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("kroniek.article.ArticleReaderTest#inputs")
    void everyBeginningOfEverySampleGetsAnAnswer(Path sample) throws IOException {
        byte[] bytes = Files.readAllBytes(sample);
        for (int length = 0; length <= bytes.length; length++) {
            for (Format format : Format.values()) {
                check(format, Arrays.copyOf(bytes, length));
            }
        }
    }

    @Test
    void samplesWithDamagedBytesGetAnAnswer() throws IOException, URISyntaxException {
        Random random = new Random(3);
        for (Path sample : ArticleReaderTest.inputs()) {
            byte[] bytes = Files.readAllBytes(sample);
            for (int i = 0; i < 500; i++) {
                byte[] damaged = bytes.clone();
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                check(Format.TEXT, damaged);
                check(Format.JSON, damaged);
            }
        }
    }

    private static void check(Format format, byte[] bytes) {
        Reading reading = ArticleReader.read("id", format, bytes);
        if (reading instanceof Article article) {
            int size = article.text().codePointCount(0, article.text().length());
            assertThat(article.header().end()).isLessThanOrEqualTo(size);
            checkSpan(article.titleSpan(), article.title(), article.text());
            checkSpan(format == Format.TEXT ? article.sourceSpan() : null, article.source(), article.text());
            assertThat(UTF_8.newEncoder().canEncode(article.text())).isTrue();
        } else {
            String detail = ((Rejection) reading).detail();
            assertThat(detail).isNotBlank();
            assertThat(detail.chars().noneMatch(Character::isISOControl)).isTrue();
        }
    }

    private static void checkSpan(@Nullable Span span, @Nullable String value, String text) {
        if (span != null) {
            int start = text.offsetByCodePoints(0, span.start());
            assertThat(text.substring(start, text.offsetByCodePoints(start, span.length())))
                    .isEqualTo(value);
            assertThat(value).isNotBlank();
        }
    }
}
