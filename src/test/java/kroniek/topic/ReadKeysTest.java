package kroniek.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleSummary;
import kroniek.domain.PartialDate;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys and values of the stores that readers ask. */
class ReadKeysTest {

    private static final YearMonth MARCH = YearMonth.of(2018, 3);

    @Test
    void theBytesOfRankKeysAreInTheOrderOfTheRanking() {
        List<String> ranked = Stream.of(
                        RankKey.of(Sort.CHANGE, row("b", 70, 3), 1_000_000),
                        RankKey.of(Sort.CHANGE, row("a", 9, 3), 10),
                        RankKey.of(Sort.CHANGE, row("c", 9, 3), 9),
                        RankKey.of(Sort.CHANGE, row("a", 8, 3), 9),
                        RankKey.of(Sort.CHANGE, row("ab", 8, 3), 9),
                        RankKey.of(Sort.CHANGE, row("a", 4, 3), 0),
                        RankKey.of(Sort.CHANGE, row("a", 4, 3), -1),
                        RankKey.of(Sort.CHANGE, row("a", 4, 3), -100_000_000))
                .toList();

        assertThat(ranked).isSortedAccordingTo((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)));
    }

    @Test
    void aRankKeySaysWhoseItIs() {
        String prefix = RankKey.prefix(Sort.ARTICLES, MARCH, ActorType.PERSON);
        String key = RankKey.of(Sort.ARTICLES, row("mark-rutte", 5, 2), 5);

        assertThat(key).startsWith(prefix);
        assertThat(RankKey.actor(RankKey.place(key, prefix))).isEqualTo("mark-rutte");
        assertThatThrownBy(() -> RankKey.of(Sort.MENTIONS, row("x", 1L << 47, 1), 0))
                .hasMessageContaining("cannot be ranked");
    }

    @ParameterizedTest
    @CsvSource({
        "België, belgie",
        "Recep Tayyip Erdoğan, recep tayyip erdogan",
        "’s-Hertogenbosch, s hertogenbosch",
        "Café 't Sluisje, cafe t sluisje",
        "ŁÓDŹ, lodz",
        "Sørensen & Straße, sorensen strasse",
        "Привет, привет",
        "🙂, ''"
    })
    void namesAreFoldedAsTheyAreTyped(String name, String folded) {
        assertThat(NameKey.folded(name)).isEqualTo(folded);
    }

    @Test
    void aNameStandsUnderEachOfItsWords() {
        List<String> keys = NameKey.of(row("duran-duran", "Duran|Duran", 1, 1));

        assertThat(keys)
                .containsExactly(
                        "duran duran\tduran-duran|PERSON|Duran|Duran", "duran\tduran-duran|PERSON|Duran|Duran");
        assertThat(NameKey.parse(keys.get(1)))
                .isEqualTo(new NameKey("duran", "duran-duran", ActorType.PERSON, "Duran|Duran"));
        assertThat(NameKey.of(row("x", "a ".repeat(50), 1, 1))).hasSize(NameKey.MOST_WORDS);
    }

    @Test
    void aSummaryIsReadOffTheBeginningOfAnArticle() {
        assertThat(Summaries.of(bytes("""
            {"schemaVersion":1,"id":"a","published":{"value":"2018-03-07","month":"2018-03","source":"header"},
            "title":"Kop","source":null,"later":[{"title":"not this\
            """)))
                .isEqualTo(
                        new ArticleSummary("a", PartialDate.parse("2018-03-07").orElseThrow(), "Kop", null));
        assertThat(Summaries.of(bytes("{\"id\":\"a\",\"published\":{\"value\":\"2018-03\"},\"title\":\"%s\"}"
                                .formatted("é".repeat(500))))
                        .title())
                .isEqualTo("é".repeat(300) + "…");
    }

    @Test
    void whatIsNoArticleHasNoSummary() {
        assertThatThrownBy(() -> Summaries.of(bytes("{\"id\":\"a\"}"))).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> Summaries.of(bytes("?"))).isInstanceOf(SerializationException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ActorMonth row(String actor, long mentions, long articles) {
        return row(actor, actor, mentions, articles);
    }

    private static ActorMonth row(String actor, String name, long mentions, long articles) {
        PartialDate date = PartialDate.of(MARCH);
        return new ActorMonth(actor, name, ActorType.PERSON, MARCH, mentions, articles, date, date);
    }
}
