package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kroniek.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the news more than it used to be. */
class RisesTest {

    @TempDir
    Path folder;

    private Driven driven;

    @BeforeEach
    void start() {
        driven = new Driven(AtLanguage.STEPS, folder);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    /** Publishes articles about KOR: {@code <month>/0}, {@code <month>/1} and so on. */
    private void articles(String month, int count) {
        for (int i = 0; i < count; i++) {
            driven.put(month + "/" + i, " date " + month + " Zin met @KOR.");
        }
    }

    private String rise(String month) {
        return driven.table(Topics.declared().rises()).getOrDefault("KOR|" + month, "none");
    }

    @Test
    void fiveArticlesAndMoreThanTheAverageMonthBeforeAreARiseWithItsFirstArticles() {
        articles("2018-01", 1);
        articles("2018-02", 4);
        assertThat(rise("2018-02")).isEqualTo("none");

        articles("2018-02", 5);
        assertThat(rise("2018-02"))
                .contains("\"articles\":5,\"before\":1,\"rise\":30.0")
                .contains("\"evidence\":[\"2018-02/0\",\"2018-02/1\",\"2018-02/2\"]");
        assertThat(driven.table(Topics.declared().rises())).containsOnlyKeys("KOR|2018-02");
    }

    /** State of an earlier release has articles and no rises; then every article is read again. */
    @Test
    void aRiseThatIsNotThereComesWithTheNextChangeOfAnArticleThoughTheCountStays() {
        articles("2018-02", 5);
        String rise = rise("2018-02");
        driven.forgetRises();

        driven.put("2018-02/0", " date 2018-02 Zin, en geen andere, met @KOR.");

        assertThat(rise("2018-02")).isEqualTo(rise);
    }

    @Test
    void asManyAsInEveryMonthBeforeAreNone() {
        for (int month = 1; month <= 12; month++) {
            articles("2017-%02d".formatted(month), 5);
        }
        articles("2018-01", 5);

        assertThat(rise("2018-01")).isEqualTo("none");
    }

    @Test
    void whatComesLateIntoTheYearBeforeCountsAgainstIt() {
        articles("2018-02", 5);
        assertThat(rise("2018-02")).contains("\"before\":0");

        articles("2017-02", 1);
        assertThat(rise("2018-02")).contains("\"before\":1");

        articles("2017-01", 3);
        assertThat(rise("2018-02")).as("more than twelve months before").contains("\"before\":1");

        driven.withdraw("2017-02/0");
        assertThat(rise("2018-02")).contains("\"before\":0");
    }

    @Test
    void oneThatIsWithdrawnTakesItBack() {
        articles("2018-02", 5);
        driven.withdraw("2018-02/0");

        assertThat(driven.deleted).contains("kroniek.rises/KOR|2018-02");
        assertThat(rise("2018-02")).isEqualTo("none");
    }
}
