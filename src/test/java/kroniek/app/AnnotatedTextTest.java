package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Mention;
import kroniek.domain.Rejection;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;
import kroniek.topic.AnnotatedArticles;
import org.junit.jupiter.api.Test;

class AnnotatedTextTest {

    @Test
    void articleReadsWithoutColour() throws IOException {
        assertThat(AnnotatedText.of(AnnotatedArticles.complete(), false)).isEqualTo(golden("annotated.txt"));
    }

    @Test
    void articleInColourSaysTheSame() throws IOException {
        String coloured = AnnotatedText.of(AnnotatedArticles.complete(), true);

        assertThat(coloured.replace("\u001B", "␛")).isEqualTo(golden("annotated-colour.txt"));
        assertThat(coloured.replaceAll("\u001B\\[[\\d;]*m", "")).isEqualTo(golden("annotated.txt"));
    }

    @Test
    void articleInWhichNothingIsFoundSaysSo() {
        assertThat(AnnotatedText.of(AnnotatedArticles.bare("x", "Niets", "Niets.\n"), false))
                .isEqualTo("""
                        Article   x
                        Published 2018-02, from the header
                        Title     Niets

                        Niets.

                        Nobody is counted.
                        """);
    }

    @Test
    void rejectionIsOneBlock() {
        Rejection rejection =
                new Rejection("be/x.txt", Rejection.Reason.NO_DATE, "the first line is 'x'; put a date there");

        assertThat(AnnotatedText.of(rejection, false)).isEqualTo("""
                Rejected  be/x.txt
                Reason    no-date
                Detail    the first line is 'x'; put a date there
                """);
        assertThat(AnnotatedText.of(rejection, true)).startsWith("\u001B[1;31mRejected\u001B[0m  be/x.txt\n");
    }

    @Test
    void controlCharactersAreShownAndNotSent() {
        String shown = AnnotatedText.of(
                AnnotatedArticles.bare("a\u001B[2Jb", "c\nd\u0007", "e\u001B]0;f\u009Bg\rh\r\ni\tj\u202Ek"), false);

        assertThat(shown).contains("a\\u001b[2Jb", "c d\\u0007", "e\\u001b]0;f\\u009bg\\u000dh\ni\tj\\u202ek\n");
        assertThat(shown.chars().filter(Character::isISOControl)).containsOnly((int) '\n', (int) '\t');
    }

    @Test
    void rejectionSendsNoControlCharactersEither() {
        Rejection rejection = new Rejection("a\u001Bb", Rejection.Reason.BINARY, "c\u009Bd\ne");

        assertThat(AnnotatedText.of(rejection, false)).contains("a\\u001bb", "c\\u009bd e");
    }

    @Test
    void aNameInsideATimeKeepsBothMarks() {
        String text = "de Franse zomer van 2018";
        Actor france = new Actor("FRA", "Frankrijk", ActorType.COUNTRY, false);
        AnnotatedArticle bare = AnnotatedArticles.bare("x", null, text);
        AnnotatedArticle nested = new AnnotatedArticle(
                bare.article(),
                List.of(new TemporalExpression(
                        text,
                        new Span(0, 24),
                        TemporalExpression.Type.DATE,
                        "2018-SU",
                        null,
                        Anchor.EXPLICIT,
                        "season")),
                List.of(new Mention(
                        "Franse",
                        new Span(3, 9),
                        ActorType.COUNTRY,
                        france,
                        Mention.Form.DEMONYM,
                        true,
                        "country",
                        "",
                        List.of())),
                List.of(),
                bare.language());

        assertThat(AnnotatedText.of(nested, false)).contains("\n{de [Franse|FRA] zomer van 2018=2018-SU}\n");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = requireNonNull(AnnotatedTextTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
