package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kroniek.domain.ActorMonth;
import kroniek.language.copy.Shingles;
import kroniek.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same text under two ids counts, and is counted apart; whatever comes or goes, in whatever order. */
class CopiesTest {

    private static final Topics TOPICS = Topics.declared();
    private static final String TEXT = words("w", 100) + " @KOR @KOR. ";

    @TempDir
    Path state;

    private Driven driven;

    @BeforeEach
    void start() {
        driven = new Driven(AtLanguage.STEPS, state);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    private static String words(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.joining(" "));
    }

    private static String of(String date, String headline) {
        return " date %s %s. %s".formatted(date, headline, TEXT);
    }

    private Map<String, String> copies() {
        Map<String, String> copies = new TreeMap<>();
        driven.tables().articles().forEach((id, head) -> {
            if (head.duplicateOf() != null) {
                copies.put(id, head.duplicateOf());
            }
        });
        return copies;
    }

    /** Mentions and articles, then without copies. */
    private String counts(String key) {
        ActorMonth row = driven.tables().actorMonths().get(key);
        return "%d/%d %d/%d"
                .formatted(row.mentions(), row.articles(), row.mentionsWithoutCopies(), row.articlesWithoutCopies());
    }

    @Test
    void aCopySaysOfWhichAndIsCountedApart() {
        driven.put("b", of("2018-02-08", "Kop"));
        driven.put("a", of("2018-02-09", "Een heel andere kop"));

        assertThat(copies()).containsExactly(Map.entry("a", "b"));
        assertThat(counts("KOR|2018-02")).isEqualTo("4/2 2/1");
        assertThat(driven.mentions().get("KOR|2018-02|a")).contains("\"copy\":true");
        assertThat(driven.mentions().get("KOR|2018-02|b")).doesNotContain("copy");
        assertThat(driven.wrongIndexes()).isEmpty();
    }

    @Test
    void theExampleOfTheTopicIsOneThatCanBeCompared() {
        String code =
                TOPICS.copyBands().declaration().exampleValue().get("shingles").asText();

        assertThat(Shingles.parse(code).code()).isEqualTo(code);
    }

    @Test
    void ofOneDateTheSmallerIdIsTheOriginal() {
        driven.put("b", of("2018-02-08", "Kop"));
        driven.put("a", of("2018-02-08", "Een heel andere kop"));

        assertThat(copies()).containsExactly(Map.entry("b", "a"));
    }

    @Test
    void anOriginalThatIsWithdrawnPromotesItsCopy() {
        driven.put("a", of("2018-02-08", "Kop"));
        driven.put("b", of("2018-02-09", "Andere kop"));
        driven.put("c", of("2018-02-10", "Derde kop"));
        assertThat(copies()).isEqualTo(Map.of("b", "a", "c", "a"));

        driven.withdraw("a");

        assertThat(copies()).isEqualTo(Map.of("c", "b"));
        assertThat(counts("KOR|2018-02")).isEqualTo("4/2 2/1");
    }

    @Test
    void anOriginalThatComesLateTakesItsPlace() {
        driven.put("b", of("2018-02-09", "Andere kop"));
        driven.put("c", of("2018-02-10", "Derde kop"));

        driven.put("a", of("2018-02-08", "Kop"));

        assertThat(copies()).isEqualTo(Map.of("b", "a", "c", "a"));
        assertThat(counts("KOR|2018-02")).isEqualTo("6/3 2/1");
    }

    @Test
    void aCorrectionToAnotherTextIsNoCopyAnyMore() {
        driven.put("a", of("2018-02-08", "Kop"));
        driven.put("b", of("2018-02-09", "Kop"));

        driven.put("b", " date 2018-02-09 " + words("x", 100) + " @KOR. ");
        assertThat(copies()).isEmpty();
        assertThat(counts("KOR|2018-02")).isEqualTo("3/2 3/2");

        driven.put("b", "zonder datum");
        driven.put("b", of("2018-02-09", "Kop"));
        assertThat(copies()).isEqualTo(Map.of("b", "a"));
    }

    @Test
    void copiesReachIntoTheNextMonthAndNoFurther() {
        driven.put("a", of("2017-12-31", "Kop"));
        driven.put("b", of("2018-01-01", "Kop"));
        driven.put("c", of("2018-02-28", "Kop"));
        driven.put("d", of("2018-04-01", "Kop"));

        assertThat(copies()).isEqualTo(Map.of("b", "a", "c", "b"));
        assertThat(counts("KOR|2018-01")).isEqualTo("2/1 0/0");
    }

    /** b is a copy of a and c of b; a and c have too little in common. */
    @Test
    void aCopyIsOfAnArticleAndNotOfWhatThatIsACopyOf() {
        driven.put("a", " date 2018-02-01 " + words("p", 60) + " " + words("q", 40) + ". ");
        driven.put("b", " date 2018-02-02 " + words("q", 40) + " " + words("r", 30) + " " + words("p", 60) + ". ");
        driven.put("c", " date 2018-02-03 " + words("q", 40) + " " + words("r", 30) + " " + words("s", 30) + ". ");

        assertThat(copies()).isEqualTo(Map.of("b", "a", "c", "b"));
    }

    @Test
    void aShortTextIsACopyOfTheSameWordsOnly() {
        driven.put("a", " date 2018-02-01 Korte tekst over @KOR. ");
        driven.put("b", " date 2018-02-02 Korte tekst, over @KOR! ");
        driven.put("c", " date 2018-02-03 Korte tekst over @KOR nu. ");

        assertThat(copies()).isEqualTo(Map.of("b", "a"));
    }

    @Test
    void aResentCopyWritesNothing() {
        driven.put("a", of("2018-02-08", "Kop"));
        driven.put("b", of("2018-02-09", "Andere kop"));

        driven.put("b", of("2018-02-09", "Andere kop"));

        assertThat(driven.written).isZero();
    }

    /** What stands in the topics cannot be all that was found, so it cannot be read back. */
    @Test
    void anArticleWithMoreMentionsThanATopicListsIsNoCopyAndHasNone() {
        String text = TEXT + "@JPN ".repeat(10_001);
        driven.put("a", " date 2018-02-08 " + text);
        driven.put("b", " date 2018-02-09 " + text);

        assertThat(copies()).isEmpty();
        assertThat(driven.table(TOPICS.copyBands())).isEmpty();
        assertThat(counts("JPN|2018-02")).isEqualTo("20002/2 20002/2");
    }

    /** The two come from different topics, and nothing says which is first. */
    @Test
    void anArticleWhoseValueIsNotReadBackYetIsACopyWhenItIs() {
        driven.put("b", of("2018-02-09", "Andere kop"));
        String value = driven.articles().get("b");
        driven.storeArticle("b", value.replace("Andere kop", "Oudere kop"));

        driven.put("a", of("2018-02-08", "Kop"));
        assertThat(copies()).isEmpty();

        driven.readBack("b", value);
        assertThat(copies()).isEqualTo(Map.of("b", "a"));
        assertThat(counts("KOR|2018-02")).isEqualTo("4/2 2/1");
        assertThat(driven.wrongIndexes()).isEmpty();
    }
}
