package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import kroniek.language.text.DataFile;
import kroniek.language.text.SentenceSplitter;
import kroniek.language.text.Sentences;
import kroniek.language.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorFinderPropertiesTest {

    private static final List<String> PIECES = List.of(
            "De ",
            "president ",
            "Donald Trump",
            "Trump",
            "Kim Jong-un",
            "Kim",
            "van der ",
            "VS",
            "-",
            "'s ",
            "’",
            ". ",
            "? ",
            "\n",
            "\n\n",
            "Noord- en Zuid-Korea",
            "(",
            ")",
            "Stichting ",
            "ABC",
            "Jansen",
            "Jan ",
            "J.",
            "\uD83D\uDE00",
            "é",
            "e\u0301",
            "Bron: ",
            "Foto: ",
            "Lees ook: ",
            "via Twitter",
            "Airbus A320",
            "12",
            ",",
            "\"",
            "“",
            "Привет",
            "Washington",
            "minister ",
            "Amerikaanse ",
            "\u0000");

    private static String random(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void assertSound(String text) {
        ActorFinder.Actors found = Marked.find("2018-05", text);
        int end = 0;
        for (Mention mention : found.mentions()) {
            Span span = mention.span();
            assertThat(span.start()).as(text).isGreaterThanOrEqualTo(end);
            assertThat(span.length()).as(text).isPositive();
            end = span.end();
            int from = text.offsetByCodePoints(0, span.start());
            assertThat(text.substring(from, text.offsetByCodePoints(from, span.length())))
                    .isEqualTo(mention.text());
            assertThat(found.sentences().stream().filter(s -> s.contains(span)))
                    .as(text)
                    .hasSize(1);
        }
        int last = 0;
        for (Span sentence : found.sentences()) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
            last = sentence.end();
        }
        assertThat(last).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void mentionsAreInOrderDisjointInsideOneSentenceAndSayTheirText() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            assertSound(random(random, 1 + random.nextInt(40)));
        }
    }

    @Test
    void noTextWhateverBreaksIt() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0xD800) : 32 + random.nextInt(96));
            }
            assertSound(text.toString());
        }
    }

    @Test
    void theSameTextGivesTheSameMentions() {
        String text = random(new Random(3), 500);
        assertThat(Marked.find("2018-05", text)).isEqualTo(Marked.find("2018-05", text));
    }

    /** A paragraph that names nobody, before or behind, changes no mention and moves what stands behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"het regent.", "\uD83D\uDE00", "dat was het!", "de de de.", "(", "\"", "7"})
    void unrelatedTextBeforeOrBehindChangesNothing(String unrelated) {
        int length = unrelated.codePointCount(0, unrelated.length());
        for (DataFile.Line line : RuleExamplesTest.examples().toList()) {
            Matcher example = Rows.EXAMPLE.matcher(line.text());
            assertThat(example.matches()).isTrue();
            String text = Marked.plain(example.group(3));
            List<Mention> alone = Marked.find("2018-05", text).mentions();

            assertThat(shown(Marked.find("2018-05", text + "\n\n" + unrelated), 0))
                    .as("behind %s", text)
                    .isEqualTo(shown(alone, 0));
            assertThat(shown(Marked.find("2018-05", unrelated + "\n\n" + text), 0))
                    .as("before %s", text)
                    .isEqualTo(shown(alone, length + 2));
        }
    }

    private static List<String> shown(ActorFinder.Actors found, int moved) {
        return shown(found.mentions(), moved);
    }

    /** All that a mention says, as if it stood so many code points further on. */
    private static List<String> shown(List<Mention> mentions, int moved) {
        List<String> shown = new ArrayList<>();
        for (Mention m : mentions) {
            Span span = new Span(m.span().start() + moved, m.span().end() + moved);
            shown.add(m.toString().replace(m.span().toString(), span.toString()));
        }
        return shown;
    }

    @Test
    void everyTokenStandsInOneSentence() {
        Random random = new Random(13);
        SentenceSplitter splitter = SentenceSplitter.load();
        for (int i = 0; i < 2000; i++) {
            Text text = Text.of(random(random, 1 + random.nextInt(60)));
            Sentences sentences = splitter.split(text, 0);
            int next = 0;
            for (int sentence = 0; sentence < sentences.size(); sentence++) {
                assertThat(sentences.first(sentence)).as(text.string()).isEqualTo(next);
                next = sentences.last(sentence) + 1;
                assertThat(next).as(text.string()).isGreaterThan(sentences.first(sentence));
            }
            assertThat(next).as(text.string()).isEqualTo(text.size());
        }
    }
}
