package kroniek.language.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Article;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static Fingerprint of(String text) {
        return Fingerprint.of((Article)
                ArticleReader.read("a", Format.TEXT, (" date 2018-02 " + text).getBytes(StandardCharsets.UTF_8)));
    }

    private static String words(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.joining(" "));
    }

    private static boolean copies(String one, String other) {
        Fingerprint a = of(one);
        Fingerprint b = of(other);
        assertThat(a.shingles().isCopyOf(b.shingles())).isEqualTo(b.shingles().isCopyOf(a.shingles()));
        return a.shingles().isCopyOf(b.shingles());
    }

    @Test
    void twoFifthsOfAllShinglesIsEnoughAndOneLessIsNot() {
        // 100 shingles each, so with n in common 200 - n in all: 58 of 142 are more than two fifths, 57 of 143 are
        // less.
        String text = words("a", 102);

        assertThat(copies(text, words("a", 60) + " " + words("b", 42))).isTrue();
        assertThat(copies(text, words("a", 59) + " " + words("b", 43))).isFalse();
    }

    @Test
    void punctuationCaseAndLayoutDoNotCount() {
        String text = words("woord", 60);

        assertThat(copies(text, text.toUpperCase(java.util.Locale.ROOT).replace(" ", ",\n\n– ")))
                .isTrue();
        assertThat(of(text).bands())
                .isEqualTo(of("\"" + text.replace(" ", "; ") + "\"").bands());
    }

    @Test
    void theHeaderIsNoPartOfTheText() {
        String text = words("woord", 60);
        Article later = (Article)
                ArticleReader.read("a", Format.TEXT, (" date 2019-12-31 " + text).getBytes(StandardCharsets.UTF_8));

        assertThat(Fingerprint.of(later).shingles().code())
                .isEqualTo(of(text).shingles().code());
    }

    @Test
    void aTextUnderFiftyWordsIsACopyOfTheSameWordsOnly() {
        String text = words("kort", 49);

        assertThat(copies(text, text.replace(" ", ", "))).isTrue();
        assertThat(copies(text, text + " nog")).isFalse();
        assertThat(copies(text, text.replace("kort7", "lang7"))).isFalse();
        assertThat(copies("een twee drie", "drie twee een")).isFalse();
        assertThat(of(text).bands()).hasSize(1).isNotEqualTo(of("een twee drie").bands());
    }

    @Test
    void oneWithoutWordsIsACopyOfNone() {
        assertThat(of("…!").bands()).isEmpty();
    }

    @Test
    void whatStandsBehindTwoThousandWordsIsNotLookedAt() {
        assertThat(of(words("w", 2000) + " en meer").shingles().code())
                .isEqualTo(of(words("w", 2000)).shingles().code());
        assertThat(of(words("w", 1999)).shingles().code())
                .isNotEqualTo(of(words("w", 2000)).shingles().code());
        assertThat(of(words("w", 100_000)).shingles().code()).hasSizeLessThan(8100);
    }

    @Test
    void aCodeIsReadBackAsItWas() {
        for (String text : new String[] {words("lang", 300), "een kort bericht"}) {
            Shingles shingles = of(text).shingles();
            assertThat(Shingles.parse(shingles.code()).isCopyOf(shingles)).isTrue();
            assertThat(Shingles.parse(shingles.code()).code()).isEqualTo(shingles.code());
        }
        assertThatThrownBy(() -> Shingles.parse("AAAA")).hasMessageContaining("no shingles that this program made");
    }

    /** What is expected is said at {@link Fingerprint}; with so many pairs a share is within two hundredths of it nearly always. */
    @Test
    void textsOfHalfTheirShinglesInCommonNearlyAlwaysShareABand() {
        int pairs = 2000;
        int shared = 0;
        for (int i = 0; i < pairs; i++) {
            // 98 of 200 shingles: 148 each, of which 98 are common.
            Fingerprint one = of(words("p" + i + "a", 100) + " " + words("p" + i + "b", 50));
            Fingerprint other = of(words("p" + i + "a", 100) + " " + words("p" + i + "c", 50));
            shared += one.bands().stream().anyMatch(other.bands()::contains) ? 1 : 0;
        }

        assertThat((double) shared / pairs).isBetween(0.945, 0.985);
    }
}
