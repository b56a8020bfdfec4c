package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kroniek.domain.Article;
import kroniek.domain.PartialDate;
import kroniek.domain.Precision;
import kroniek.domain.PublicationDate;
import kroniek.domain.PublicationDate.Source;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text, sensible or not. */
class DateFinderPropertiesTest {

    private static final DateFinder FINDER = DateFinder.load();

    @Test
    void shuffledExamplesGiveDisjointSpansInOrderWithValidValues() {
        List<String> words = wordsOfAllExamples();
        Random random = new Random(20180207);
        String[] published = {"2018-02-07", "2018-02", "2020-02-29", "1999-12-31T23:59", "0001-01-01", "9999-12"};
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(words.get(random.nextInt(words.size())));
                text.append(random.nextInt(12) == 0 ? "" : random.nextInt(25) == 0 ? "\n\n" : " ");
            }
            check(text.toString(), published[round % published.length]);
        }
    }

    @Test
    void randomCharactersGiveDisjointSpansInOrderWithValidValues() {
        Random random = new Random(1945);
        String alphabet = "0123456789 .,:/-'’\n\"()euwv\u0301\uD83D\uDE00mei é½٣\u200B";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            check(text.toString(), "2018-02-07");
        }
    }

    @Test
    void theSameTextGivesTheSameExpressions() {
        String text = String.join(" ", wordsOfAllExamples());
        assertThat(find(text, "2018-02-07")).isEqualTo(find(text, "2018-02-07"));
    }

    /** A paragraph without any time in it, before or behind, changes no expression and moves what stands behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"Het regent.", "\uD83D\uDE00", "Zij zal winnen.", "Hij zei niets!", "de de de", "(", "\""})
    void unrelatedTextBeforeOrBehindChangesNothing(String unrelated) {
        int length = unrelated.codePointCount(0, unrelated.length());
        for (Example example : examples()) {
            String text = example.text();
            String published = example.published().toString();
            List<TemporalExpression> alone = find(text, published);

            assertThat(find(text + "\n\n" + unrelated, published))
                    .as("behind %s", text)
                    .isEqualTo(alone);
            assertThat(find(unrelated + "\n\n" + text, published))
                    .as("before %s", text)
                    .isEqualTo(alone.stream().map(e -> moved(e, length + 2)).toList());
        }
    }

    private static TemporalExpression moved(TemporalExpression e, int by) {
        Span anchor = e.anchor().span();
        TemporalExpression.Anchor moved = anchor == null
                ? e.anchor()
                : new TemporalExpression.Anchor(e.anchor().kind(), moved(anchor, by));
        return new TemporalExpression(e.text(), moved(e.span(), by), e.type(), e.value(), e.mod(), moved, e.rule());
    }

    private static Span moved(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Rule rule : FINDER.rules()) {
            for (Line line : rule.examples()) {
                examples.add(Example.of(line, line.text().strip().substring(1)));
            }
        }
        return examples;
    }

    private static List<String> wordsOfAllExamples() {
        return examples().stream()
                .flatMap(example -> Stream.of(example.text().split(" ", -1)))
                .toList();
    }

    private static List<TemporalExpression> find(String text, String published) {
        PublicationDate date = new PublicationDate(PartialDate.parse(published).orElseThrow(), Source.HEADER);
        return FINDER.find(new Article("a", date, null, null, text, Span.NONE, null, null), Text.of(text))
                .expressions();
    }

    /** What has a place in time has an anchor, and one in the text is another expression of it. */
    private static void checkAnchor(TemporalExpression expression, Set<Span> spans, String text) {
        TemporalExpression.Anchor anchor = expression.anchor();
        assertThat(expression.precision() == Precision.NONE)
                .as("%s in %s", expression, text)
                .isEqualTo(anchor.kind() == TemporalExpression.Anchor.Kind.NONE);
        if (anchor.span() != null) {
            assertThat(spans).as("%s in %s", expression, text).contains(anchor.span());
            assertThat(anchor.span()).as("%s in %s", expression, text).isNotEqualTo(expression.span());
        }
    }

    private static void check(String text, String published) {
        int end = 0;
        List<TemporalExpression> found = find(text, published);
        Set<Span> spans = found.stream().map(TemporalExpression::span).collect(Collectors.toSet());
        for (TemporalExpression expression : found) {
            Span span = expression.span();
            assertThat(span.start()).as("%s in %s", expression, text).isGreaterThanOrEqualTo(end);
            assertThat(span.length()).as("%s in %s", expression, text).isPositive();
            assertThat(text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end())))
                    .isEqualTo(expression.text());
            assertThat(TimexGrammar.accepts(expression))
                    .as("%s in %s", expression, text)
                    .isTrue();
            checkAnchor(expression, spans, text);
            end = span.end();
        }
    }
}
