package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import org.junit.jupiter.api.Test;

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

    @Test
    void aMillionCharactersOfCapitalsOrNamesTakeLinearTime() {
        for (String piece : List.of(
                "A",
                "Aa ",
                "VS ",
                "Jan ",
                "Jansen ",
                "Jan Jansen. ",
                "Van De ",
                "Kim-",
                "(",
                "Noord- ",
                "\"",
                "De Vries, ")) {
            String text = piece.repeat(1_000_000 / piece.length());
            Marked.find("2018-05", text.substring(0, 100_000));
            long small = nanos(text.substring(0, 250_000));
            long large = nanos(text);
            assertThat(large).as("'%s' four times as long", piece).isLessThan(12 * small + 500_000_000L);
        }
    }

    /** The quickest of three: another process may hold up one of them, hardly all. */
    private static long nanos(String text) {
        long quickest = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long begin = System.nanoTime();
            assertThat(Marked.find("2018-05", text)).isNotNull();
            quickest = Math.min(quickest, System.nanoTime() - begin);
        }
        return quickest;
    }
}
