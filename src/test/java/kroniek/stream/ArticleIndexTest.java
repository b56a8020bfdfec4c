package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import kroniek.language.Language;
import kroniek.topic.ReadStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every article is listed once, in the month of its newest version, whatever has been lost of the versions before. */
class ArticleIndexTest {

    private static final String FEBRUARY = " date 2018-02 Japan wil praten.";
    private static final String MARCH = " date 2018-03 Japan wil praten.";

    @TempDir
    Path state;

    private Driven driven;

    @BeforeEach
    void listOne() {
        driven = new Driven(Steps.of(Language.load()), state);
        driven.put("a", FEBRUARY);
        assertThat(driven.store(ReadStore.MONTH_ARTICLES)).isEqualTo(Map.of("2018-02", 1L));
    }

    @AfterEach
    void close() {
        driven.close();
    }

    @Test
    void aVersionThatCompactionTookFromTheRestoredArticlesIsTakenBack() {
        driven.forget(ReadStore.ARTICLES.name(), "a");

        driven.put("a", MARCH);

        assertListedInMarchAlone();
    }

    @Test
    void aWithdrawalOfAVersionThatCompactionTookIsOneToo() {
        driven.forget(ReadStore.ARTICLES.name(), "a");

        driven.withdraw("a");

        assertThat(driven.wrongIndexes()).isEmpty();
        assertThat(driven.store(ReadStore.ARTICLES_BY_MONTH)).isEmpty();
    }

    @Test
    void whatAReleaseListedThatDidNotKeepTheMonthIsTakenBack() {
        driven.forget(ArticleIndex.LISTED, "a");

        driven.put("a", MARCH);

        assertListedInMarchAlone();
    }

    @Test
    void whatAReleaseListedThatDidNotKeepTheMonthIsKnownOnceItIsSaidAgain() {
        driven.forget(ArticleIndex.LISTED, "a");
        driven.put("a", FEBRUARY.replace("praten", "zwijgen"));
        driven.forget(ReadStore.ARTICLES.name(), "a");

        driven.put("a", MARCH);

        assertListedInMarchAlone();
    }

    @Test
    void whatTheStoreOfArticlesKnowsButNobodyHasListedIsNotTakenBack() {
        String article = new String(driven.store(ReadStore.ARTICLES).get("a"), StandardCharsets.UTF_8);
        driven.withdraw("a");
        driven.storeArticle("a", article);

        driven.put("a", MARCH);

        assertListedInMarchAlone();
    }

    private void assertListedInMarchAlone() {
        assertThat(driven.wrongIndexes()).isEmpty();
        assertThat(driven.store(ReadStore.ARTICLES_BY_MONTH)).containsOnlyKeys("2018-03|a");
        assertThat(driven.store(ReadStore.MONTH_ARTICLES)).containsEntry("2018-03", 1L);
    }
}
