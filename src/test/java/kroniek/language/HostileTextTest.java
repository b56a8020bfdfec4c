package kroniek.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.language.text.SentenceSplitter;
import kroniek.language.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text made to be slow takes linear time: ten times the text takes about ten times the processor time of this thread
 * (other processes do not count), where quadratic time would be a hundred times.
 */
class HostileTextTest {

    /** Between ten, linear, and a hundred, quadratic: a cache that is too small and a compiler at work cost a factor of two. */
    private static final int MOST_GROWTH = 30;

    /** Below so many nanoseconds for the small text, growth says nothing. */
    private static final long NOISE = 10_000_000;

    private static final int TRIES = 4;
    private static final int LARGE = 10_000_000;
    private static final int MIDDLE = 1_000_000;
    private static final int SMALL = 200_000;
    private static final int WARM = 50_000;

    private static final Language LANGUAGE = Language.load();
    private static final SentenceSplitter SPLITTER = SentenceSplitter.load();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Repeated to ten million characters. */
    static final List<String> PIECES = List.of(
            "7",
            "de ",
            "e\u0301",
            "\u0301",
            "a.a.a.a",
            "Jan ",
            "\"",
            "'",
            "maandag ",
            "van de van de ",
            "12-12-12-",
            "\n",
            "x",
            "(",
            "2000 en ",
            "\uD83D\uDE00",
            "\uD83D",
            "Aa bb ",
            "X van Y van Z ",
            "N.V. ");

    /** Repeated to a million characters, the sign {@code #} as a word that is another one each time. */
    static final List<String> MORE_PIECES = List.of(
            "12 mei 2018 ",
            "om 12.15 uur ",
            "1.000.",
            "1,",
            "van 3 tot ",
            "een half jaar geleden ",
            "de volgende dag ",
            "‘Vandaag’, zei hij dinsdag. ",
            "\n\n7 ",
            "Van De ",
            "Van ",
            "J.R. ",
            "Kim-",
            "Regering-",
            "Wenen-",
            "Moskou en ",
            "Kim, ",
            "De Vries, ",
            "Jan Jansen. ",
            "Jan van ",
            "Noord- ",
            "ABC (",
            "Bron: ",
            "JAN ",
            "'s ",
            "zij zegt ",
            "A# Jansen. Jansen ",
            "Jan A#. A#. ",
            "A# Bb (AB). ",
            "Stichting A# Bb. A#. ",
            "en A# ",
            "A#en, ");

    static Stream<String> all() {
        return Stream.concat(PIECES.stream(), MORE_PIECES.stream());
    }

    @BeforeAll
    static void warmUp() {
        for (int round = 0; round < 2; round++) {
            all().forEach(piece -> times(repeated(piece, WARM)));
        }
    }

    @ParameterizedTest
    @FieldSource("PIECES")
    void tenMillionCharactersTakeTenTimesAsLongAsOneMillion(String piece) {
        assertGrowth(() -> repeated(piece, LARGE / 10), () -> repeated(piece, LARGE));
    }

    @ParameterizedTest
    @FieldSource("MORE_PIECES")
    void aMillionCharactersTakeTenTimesAsLongAsATenthOfThem(String piece) {
        assertGrowth(() -> repeated(piece, MIDDLE / 10), () -> repeated(piece, MIDDLE));
    }

    /** A word that can end neither a row of names nor a date stands at the very end, so that none is found until there. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsUndoneByTheLastWordTakesLinearTimeToo(String piece) {
        assertGrowth(() -> repeated(piece, SMALL / 10) + " 7%", () -> repeated(piece, SMALL) + " 7%");
    }

    @Test
    void tenMillionRandomCharactersTakeTenTimesAsLongAsOneMillion() {
        assertGrowth(() -> shuffled(LARGE / 10), () -> shuffled(LARGE));
    }

    /** What is linear is so in one of a few tries; on a machine that is shared a single one may take any time. */
    private static void assertGrowth(Supplier<String> small, Supplier<String> large) {
        String[] steps = {"tokens", "dates", "actors", "sentences"};
        long[] little = times(small.get());
        long[] much = times(large.get());
        for (int more = 1; more < TRIES && firstGrown(little, much) < steps.length; more++) {
            little = each(Math::max, little, times(small.get()));
            much = each(Math::min, much, times(large.get()));
        }
        int grown = firstGrown(little, much);
        if (grown < steps.length) {
            assertThat(much[grown])
                    .as("ns for %s, %d for a tenth of the text", steps[grown], little[grown])
                    .isLessThan(most(little[grown]));
        }
    }

    /** The first step that takes longer for the large text than it may; behind the last where none does. */
    private static int firstGrown(long[] little, long[] much) {
        int step = 0;
        while (step < much.length && much[step] < most(little[step])) {
            step++;
        }
        return step;
    }

    private static long most(long little) {
        return MOST_GROWTH * Math.max(NOISE, little);
    }

    private static long[] each(LongBinaryOperator choice, long[] some, long[] others) {
        long[] chosen = new long[some.length];
        for (int i = 0; i < some.length; i++) {
            chosen[i] = choice.applyAsLong(some[i], others[i]);
        }
        return chosen;
    }

    /** The processor time, in nanoseconds, of cutting tokens, finding dates, finding actors and cutting sentences. */
    private static long[] times(String string) {
        PublicationDate published =
                new PublicationDate(PartialDate.of(YearMonth.of(2018, 2)), PublicationDate.Source.HEADER);
        Article article = new Article("a", published, null, null, string, Span.NONE, null, null);
        long begin = THREADS.getCurrentThreadCpuTime();
        Text text = Text.of(string);
        long tokens = THREADS.getCurrentThreadCpuTime();
        DatedArticle dates = LANGUAGE.normaliseDates(article);
        long dated = THREADS.getCurrentThreadCpuTime();
        AnnotatedArticle actors = LANGUAGE.extractActors(dates);
        long done = THREADS.getCurrentThreadCpuTime();
        int sentences = SPLITTER.split(text, 0).size();
        long split = THREADS.getCurrentThreadCpuTime();
        assertThat(actors.sentences()).hasSize(sentences);
        return new long[] {tokens - begin, dated - tokens, done - dated, split - done};
    }

    private static String repeated(String piece, int length) {
        if (piece.indexOf('#') < 0) {
            return piece.repeat(length / piece.length());
        }
        StringBuilder text = new StringBuilder(length + piece.length());
        for (int number = 0; text.length() < length; number++) {
            text.append(piece.replace("#", letters(number)));
        }
        return text.toString();
    }

    /** A number written in the letters a to j: no word, and another one for each number. */
    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> letters.append((char) ('a' + digit - '0')));
        return letters.toString();
    }

    private static String shuffled(int length) {
        String alphabet =
                "abcdefghijklmnopqrstuvwxyz     .,ABJKV0123456789:/-'’\n\"()\u0301\uD83D\uDE00é½٣\u200B\u0000\u202E\uFEFF\u2028\t\r";
        Random random = new Random(length);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
