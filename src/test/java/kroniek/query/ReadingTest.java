package kroniek.query;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleSummary;
import kroniek.domain.PartialDate;
import kroniek.domain.Together;
import kroniek.topic.Sort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2018, 2);
    private static final YearMonth MARCH = YearMonth.of(2018, 3);
    private static final List<ActorType> TYPES = List.of(ActorType.PERSON, ActorType.COUNTRY, ActorType.ORGANISATION);

    private final MemoryShards shards = new MemoryShards(3);
    private final Aliases aliases = new Aliases(Map.of(
            "Vlaams Belang", Set.of("vlaams-belang"),
            "VB", Set.of("vlaams-belang"),
            "Nederland", Set.of("NLD"),
            "Rutte", Set.of("mark-rutte", "never-mentioned"),
            "Nobody", Set.of("never-mentioned")));
    private final Reading reading = new Readers(shards, new FixedFreshness("0:7"), aliases).reading(false);

    @Test
    void aTimelineHasTheMonthsOfOneActorInOrder() {
        shards.rows(
                row("BEL", MARCH, 3, 1),
                row("BEL", FEBRUARY, 2, 1),
                row("BEL", YearMonth.of(2019, 1), 1, 1),
                row("BE", MARCH, 9, 1),
                row("BELG", MARCH, 9, 1));

        assertThat(reading.timeline("BEL", null, null))
                .extracting(ActorMonth::month)
                .containsExactly(FEBRUARY, MARCH, YearMonth.of(2019, 1));
        assertThat(reading.timeline("BEL", MARCH, MARCH))
                .extracting(ActorMonth::mentions)
                .containsExactly(3L);
        assertThat(reading.timeline("BEL", YearMonth.of(2018, 4), null))
                .extracting(ActorMonth::mentions)
                .containsExactly(1L);
        assertThat(reading.timeline("nobody", null, null)).isEmpty();
    }

    @Test
    void relatedActorsAreThoseOfTheMonthsAskedForWithTheMostArticlesInCommonFirst() {
        shards.rows(
                        row("BEL", FEBRUARY, 9, 4),
                        row("BEL", MARCH, 9, 4),
                        row("FRA", FEBRUARY, 1, 1),
                        row("FRA", MARCH, 3, 3),
                        row("DEU", MARCH, 9, 9))
                .pairs(
                        pair("BEL", FEBRUARY, "FRA", 1, 0),
                        pair("BEL", MARCH, "FRA", 2, 1),
                        pair("BEL", MARCH, "DEU", 2, 2),
                        pair("BELG", MARCH, "DEU", 9, 9));
        for (int article = 0; article < 12; article++) {
            shards.article(summary("a" + article, MARCH, null), "{}");
        }

        assertThat(related("BEL", null, null, Related.Order.ARTICLES, 9)).containsExactly("FRA 3/1", "DEU 2/2");
        assertThat(related("BEL", MARCH, MARCH, Related.Order.ARTICLES, 9)).containsExactly("DEU 2/2", "FRA 2/1");
        assertThat(related("BEL", MARCH, MARCH, Related.Order.ARTICLES, 1)).containsExactly("DEU 2/2");
        assertThat(related("BEL", MARCH, MARCH, Related.Order.ASSOCIATION, 1))
                .as("DEU is in nine of the twelve articles")
                .containsExactly("FRA 2/1");
        assertThat(related("BEL", null, FEBRUARY, Related.Order.ARTICLES, 9)).containsExactly("FRA 1/0");
        assertThat(related("nobody", null, null, Related.Order.ASSOCIATION, 9)).isEmpty();
    }

    private List<String> related(
            String actor, @Nullable YearMonth from, @Nullable YearMonth to, Related.Order order, int limit) {
        return reading.related(actor, from, to, order, limit).stream()
                .map(related -> "%s %d/%d".formatted(related.actor(), related.articles(), related.sentences()))
                .toList();
    }

    private static ActorPair pair(String actor, YearMonth month, String other, long articles, long sentences) {
        return new ActorPair(actor, month, other, new Together(articles, sentences));
    }

    @Test
    void risingAreThoseWhoseShareIsHigherThanInTheYearBeforeTheMostFirst() {
        YearMonth yearBefore = MARCH.minusMonths(12);
        shards.rows(
                row("NEW", MARCH, 9, 6),
                row("UP", MARCH, 9, 8),
                row("UP", FEBRUARY, 9, 1),
                row("SAME", MARCH, 9, 10),
                row("SAME", yearBefore, 9, 10),
                row("OLD", MARCH, 9, 6),
                row("OLD", yearBefore.minusMonths(1), 9, 90),
                row("FEW", MARCH, 9, 4));
        for (int article = 0; article < 20; article++) {
            shards.article(summary("m" + article, MARCH, null), "{}");
            shards.article(summary("y" + article, yearBefore, null), "{}");
        }

        assertThat(rising(null, 9)).containsExactly("NEW 1.0 6.0", "OLD 1.0 6.0", "UP 2.0 4.0");
        assertThat(pages(2, (after, limit) -> reading.rising(MARCH, null, after, limit)))
                .extracting(rising -> rising.row().actor())
                .containsExactly("NEW", "OLD", "UP");
        assertThat(rising(ActorType.PERSON, 9)).isEmpty();
        assertThat(reading.rising(yearBefore, null, null, 9).items())
                .as("nothing before")
                .isEmpty();
    }

    private List<String> rising(@Nullable ActorType type, int limit) {
        return reading.rising(MARCH, type, null, limit).items().stream()
                .map(rising -> "%s %s %s".formatted(rising.row().actor(), rising.expected(), rising.rise()))
                .toList();
    }

    @Test
    void aClockHasTheMonthsThatAreSpokenOfByMonthOfPublicationTheOpenOnesLast() {
        ActorMonthMentioned open = new ActorMonthMentioned("BEL", MARCH, null, 4);
        ActorMonthMentioned january = new ActorMonthMentioned("BEL", MARCH, YearMonth.of(2018, 1), 1);
        ActorMonthMentioned later = new ActorMonthMentioned("BEL", MARCH.plusMonths(1), MARCH, 2);
        shards.mentioned(later, open, january, new ActorMonthMentioned("BELG", MARCH, null, 9));

        assertThat(reading.clock("BEL", null, null)).containsExactly(january, open, later);
        assertThat(reading.clock("BEL", null, MARCH)).containsExactly(january, open);
        assertThat(reading.clock("BEL", MARCH.plusMonths(1), null)).containsExactly(later);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aRankingInPagesIsASortOfAllRows(Sort sort) {
        Random random = new Random(2018);
        List<ActorMonth> rows = new ArrayList<>();
        for (int actor = 0; actor < 60; actor++) {
            ActorType type = TYPES.get(random.nextInt(TYPES.size()));
            for (YearMonth month : List.of(FEBRUARY, MARCH, MARCH.plusMonths(1))) {
                if (random.nextInt(4) > 0) {
                    PartialDate date = PartialDate.of(month);
                    String id = (actor % 2 == 0 ? "a" : "ab")
                            + Character.toString(actor % 3 == 0 ? 0x1F600 : 0xE000)
                            + actor;
                    rows.add(new ActorMonth(
                            id, id, type, month, 1 + random.nextInt(5), 1 + random.nextInt(2), date, date));
                }
            }
        }
        shards.rows(rows.toArray(new ActorMonth[0]));
        List<YearMonth> all = List.of(FEBRUARY, MARCH, MARCH.plusMonths(1));

        for (List<YearMonth> months : List.of(List.of(MARCH), all)) {
            for (ActorType type : new ActorType[] {null, ActorType.PERSON}) {
                List<Ranked> expected = rows.stream()
                        .filter(row -> months.contains(row.month()) && (type == null || type == row.type()))
                        .map(row -> new Ranked(row, row.mentions() - before(rows, row)))
                        .sorted(order(sort))
                        .toList();

                assertThat(pages(7, (after, limit) -> reading.top(months, type, sort, after, limit)))
                        .isEqualTo(expected);
            }
        }
    }

    private static long before(List<ActorMonth> rows, ActorMonth row) {
        return rows.stream()
                .filter(other -> other.actor().equals(row.actor())
                        && other.month().equals(row.month().minusMonths(1)))
                .mapToLong(ActorMonth::mentions)
                .sum();
    }

    private static Comparator<Ranked> order(Sort sort) {
        Comparator<Ranked> mentions = comparingLong(ranked -> ranked.row().mentions());
        Comparator<Ranked> articles = comparingLong(ranked -> ranked.row().articles());
        Comparator<Ranked> highest =
                switch (sort) {
                    case MENTIONS -> mentions.thenComparing(articles);
                    case ARTICLES -> articles.thenComparing(mentions);
                    case CHANGE -> comparingLong(Ranked::change).thenComparing(mentions);
                };
        return highest.reversed()
                .thenComparing(ranked -> ranked.row().actor(), Keys.ORDER)
                .thenComparing(ranked -> ranked.row().month());
    }

    @Test
    void aRowThatIsGoneWhenItsPlaceIsLookedAtEndsNoPageEarly() {
        List<String> actors = List.of(
                "AUT", "BEL", "CHE", "DEU", "ESP", "FRA", "GBR", "HUN", "ITA", "JPN", "KOR", "LUX", "MLT", "NLD");
        shards.rows(actors.stream().map(actor -> row(actor, MARCH, 3, 1)).toArray(ActorMonth[]::new));
        List<String> gone = List.of("AUT", "BEL", "DEU", "ESP", "FRA", "HUN", "NLD");
        gone.forEach(actor -> shards.vanished(actor, MARCH));

        for (int size = 1; size < actors.size(); size++) {
            assertThat(pages(size, (after, limit) -> reading.top(List.of(MARCH), null, Sort.MENTIONS, after, limit)))
                    .extracting(ranked -> ranked.row().actor())
                    .containsExactlyElementsOf(actors.stream()
                            .filter(actor -> !gone.contains(actor))
                            .toList());
        }
    }

    @Test
    void monthsAddUpOverPartitionsAndCountArticlesThatMentionNobody() {
        shards.rows(
                        row("BEL", MARCH, 3, 2),
                        inACopy("NLD", MARCH, 4),
                        row("mark-rutte", "Mark Rutte", MARCH, 2),
                        row("BEL", FEBRUARY, 1, 1))
                .article(summary("a", MARCH, null), "{}")
                .article(new ArticleSummary("b", PartialDate.of(MARCH), null, null, "a"), "{}")
                .article(summary("c", FEBRUARY, null), "{}")
                .article(summary("d", MARCH.plusMonths(1), null), "{}");

        assertThat(reading.months(null))
                .containsExactly(
                        new MonthTotals(MARCH.plusMonths(1), 1, 1, 0, 0, Map.of()),
                        new MonthTotals(MARCH, 2, 1, 9, 5, Map.of(ActorType.COUNTRY, 2L, ActorType.PERSON, 1L)),
                        new MonthTotals(FEBRUARY, 1, 1, 1, 1, Map.of(ActorType.COUNTRY, 1L)));
    }

    @Test
    void evidenceAndArticlesComeInPagesByMonthAndId() {
        List<String> ids = List.of("a b", "a/b", "a|2018-02|b", "b%2F?", "c\nd", "België", "😀", "zz");
        for (String id : ids) {
            for (YearMonth month : List.of(FEBRUARY, MARCH)) {
                String article = id + month.getMonthValue();
                shards.evidence(said("BEL", month, article)).article(summary(article, month, "Kop"), "{}");
            }
        }
        shards.evidence(said("NLD", MARCH, "other")).article(summary("without", MARCH, null), "{}");

        assertThat(pages(3, (after, limit) -> reading.evidence("BEL", MARCH, after, limit)))
                .extracting(ArticleMentions::article)
                .containsExactlyElementsOf(
                        ids.stream().map(id -> id + 3).sorted(Keys.ORDER).toList());
        assertThat(pages(3, (after, limit) -> reading.evidence("BEL", null, after, limit)))
                .hasSize(2 * ids.size());
        assertThat(pages(5, (after, limit) -> reading.articles(null, after, limit)))
                .hasSize(2 * ids.size() + 1);
        assertThat(pages(5, (after, limit) -> reading.articles(MARCH, after, limit)))
                .extracting(listed -> listed.article().id())
                .hasSize(ids.size() + 1)
                .isSortedAccordingTo(Keys.ORDER)
                .contains("without");
        assertThat(pages(3, (after, limit) -> reading.articlesOf("BEL", MARCH, after, limit)))
                .hasSize(ids.size())
                .allMatch(listed -> "Kop".equals(listed.article().title()) && listed.mentions() == 1);
        assertThat(reading.articlesOf("NLD", MARCH, null, 5).items())
                .containsExactly(new Listed(summary("other", MARCH, null), 1L));
    }

    @Test
    void oneArticleIsFoundByWhateverIdItHas() {
        for (String id : List.of("a/b.txt", "50%", "wat?", "twee\nregels", "België", "|")) {
            shards.article(summary(id, MARCH, null), "{\"id\":1}");

            assertThat(reading.article(id))
                    .hasValueSatisfying(value -> assertThat(value).isNotEmpty());
        }
        assertThat(reading.article("nergens")).isEmpty();
    }

    @Test
    void rejectionsComeInPagesByKey() {
        List.of("b", "a", "file:x", "raw:0:1", "c").forEach(key -> shards.rejection(key, "{}"));

        assertThat(pages(2, reading::rejections)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "rutte, mark-rutte",
        "Mark R, mark-rutte",
        "RÜTTE, mark-rutte",
        "ruttte, mark-rutte",
        "rtute, mark-rutte",
        "mark rutet, mark-rutte",
        "erdogan, erdogan",
        "recp tayyip, erdogan",
        "vb, vlaams-belang",
        "belang, vlaams-belang",
        "vlams, vlaams-belang",
        "nederland, NLD",
        "holl, NLD",
        "xyz, ",
        "nobody, ",
        "utte, ",
        "ru, mark-rutte",
        "rx, ",
        "'-', "
    })
    void actorsAreFoundByTheBeginningOfAnyWordAndThroughTypingErrors(String typed, @Nullable String actor) {
        shards.rows(
                row("mark-rutte", "Mark Rutte", FEBRUARY, 1),
                row("mark-rutte", "Mark Rutte", MARCH, 1),
                row("erdogan", "Recep Tayyip Erdoğan", MARCH, 1),
                row("vlaams-belang", "Vlaams Belang", MARCH, 1),
                row("NLD", "Holland", MARCH, 1));

        assertThat(reading.search(typed, null, null, 10).items())
                .extracting(Found::actor)
                .isEqualTo(actor == null ? List.of() : List.of(actor));
    }

    @Test
    void aSearchSaysWhatIsLatestAndKeepsToItsType() {
        shards.rows(
                row("x", "Anna", FEBRUARY, 1),
                row("x", "Annabel", MARCH, 1),
                row("ANN", "Annam", ActorType.COUNTRY, MARCH));

        assertThat(reading.search("ann", ActorType.PERSON, null, 10).items())
                .containsExactly(new Found("x", "Annabel", ActorType.PERSON, MARCH, 2));
        assertThat(reading.search("ann", ActorType.COUNTRY, null, 10).items())
                .extracting(Found::actor)
                .containsExactly("ANN");
    }

    @ParameterizedTest
    @CsvSource({"jan", "jannn"})
    void aSearchInPagesFindsEachActorOnce(String typed) {
        List<ActorMonth> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(row("p" + i, "Jann Jansen Jans", FEBRUARY, 1));
            rows.add(row("p" + i, "Jannes " + i, MARCH, 1));
        }
        shards.rows(rows.toArray(new ActorMonth[0]));

        assertThat(pages(7, (after, limit) -> reading.search(typed, null, after, limit)))
                .extracting(Found::actor)
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void itIsStaleOnceAStandbyAnswered() {
        Reading patient = new Readers(shards, new FixedFreshness("0:7"), aliases).reading(true);
        patient.months(null);
        assertThat(patient.stale()).isFalse();

        shards.stale = true;
        patient.months(null);
        shards.stale = false;
        patient.months(null);

        assertThat(patient.stale()).isTrue();
    }

    private static <T> List<T> pages(int limit, BiFunction<@Nullable String, Integer, Page<T>> ask) {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            Page<T> page = ask.apply(after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static ArticleMentions said(String actor, YearMonth month, String article) {
        return new ArticleMentions(
                new Actor(actor, actor, ActorType.COUNTRY, false), PartialDate.of(month), article, 1, List.of(), false);
    }

    private static ArticleSummary summary(String id, YearMonth month, @Nullable String title) {
        return new ArticleSummary(id, PartialDate.of(month), title, null);
    }

    private static ActorMonth inACopy(String actor, YearMonth month, long mentions) {
        PartialDate date = PartialDate.of(month);
        return new ActorMonth(actor, actor, ActorType.COUNTRY, month, mentions, 1, date, date, 0, 0);
    }

    private static ActorMonth row(String actor, YearMonth month, long mentions, long articles) {
        PartialDate date = PartialDate.of(month);
        return new ActorMonth(actor, actor, ActorType.COUNTRY, month, mentions, articles, date, date);
    }

    private static ActorMonth row(String actor, String name, YearMonth month, long mentions) {
        PartialDate date = PartialDate.of(month);
        return new ActorMonth(actor, name, ActorType.PERSON, month, mentions, 1, date, date);
    }

    private static ActorMonth row(String actor, String name, ActorType type, YearMonth month) {
        PartialDate date = PartialDate.of(month);
        return new ActorMonth(actor, name, type, month, 1, 1, date, date);
    }
}
