package kroniek.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.domain.Rise;
import kroniek.language.Language;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that was made wrong on purpose is found wrong, where and how. */
class ComparisonTest {

    private static final Language LANGUAGE = Language.load();
    private static final String KEY = "JPN|2018-02";
    private static final String FRANCE = "FRA|2018-02";
    private static final String FIRST = " date 2018-02 Japan wil praten. Dat zei Japan dinsdag.";

    private final Recount recount = new Recount(Topics.declared(), article -> {
        if (article.text().contains("BOEM")) {
            throw new IllegalStateException("exploded");
        }
        return LANGUAGE.annotate(article);
    });

    private Map<String, ActorMonth> actorMonths;
    private Map<String, ActorPair> pairs;
    private Map<String, ActorMonthMentioned> mentioned;
    private Map<String, Rise> rises;
    private Map<String, Said> mentions;
    private Set<String> articles;
    private Map<String, String> originals;
    private Set<String> rejected;
    private Set<String> deadLetters;
    private Set<String> ledger;

    @BeforeEach
    void asItMustBe() {
        put("a", FIRST);
        put("b", " date 2018-02-07 Japan spreekt op 3 maart met Frankrijk.");
        put("bad", "zonder datum");
        put("poison", " date 2018-02 BOEM");
        put("withdrawn", null);
        actorMonths = new HashMap<>(recount.actorMonths());
        pairs = new HashMap<>(recount.actorPairs());
        mentioned = new HashMap<>(recount.actorMonthsMentioned());
        rises = new HashMap<>(recount.rises());
        mentions = new HashMap<>(recount.mentions());
        articles = new HashSet<>(Set.of("a", "b"));
        originals = new HashMap<>(recount.copies());
        rejected = new HashSet<>(Set.of("bad", "file:broken.gz"));
        deadLetters = new HashSet<>(Set.of("poison"));
        ledger = new HashSet<>(Set.of("a", "b", "bad", "poison"));
    }

    private void put(String id, @Nullable String text) {
        recount.add(new RawVersion(id, true, null, null, text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, AnnotatedArticleJson.Head> heads() {
        Map<String, AnnotatedArticleJson.Head> heads = new TreeMap<>();
        articles.forEach(article ->
                heads.put(article, new AnnotatedArticleJson.Head(LANGUAGE.version(), originals.get(article))));
        return heads;
    }

    private Map<String, String> differences() {
        Map<String, String> found = new TreeMap<>();
        Comparison.of(
                        recount,
                        new Tables(
                                actorMonths, pairs, mentioned, rises, mentions, heads(), rejected, deadLetters, ledger))
                .forEach(difference -> found.put(difference.table() + " " + difference.key(), difference.toString()));
        return found;
    }

    @Test
    void tablesAsTheyMustBeHaveNoDifference() {
        assertThat(recount.actorMonths()).containsOnlyKeys(KEY, FRANCE);
        assertThat(recount.actorPairs()).containsOnlyKeys("JPN|2018-02|FRA", "FRA|2018-02|JPN");
        assertThat(recount.actorMonthsMentioned())
                .containsOnlyKeys(KEY + "|open", KEY + "|2018-03", FRANCE + "|2018-03");
        assertThat(recount.actorMonths().get(KEY).mentions()).isEqualTo(3);
        assertThat(differences()).isEmpty();
    }

    @Test
    void aWrongCountIsNamedWithItsActorAndMonthAndNoLongerTheSumOfItsEvidence() {
        change(row -> new ActorMonth(
                row.actor(), row.name(), row.type(), row.month(), 4, row.articles(), row.first(), row.last()));

        assertThat(differences()).containsOnlyKeys("actor-months " + KEY, "evidence " + KEY);
        assertThat(differences().get("actor-months " + KEY))
                .isEqualTo("actor-months JPN|2018-02: expected 3 mentions in 2 articles, 2018-02 to 2018-02-07, Japan"
                        + " (COUNTRY); found 4 mentions in 2 articles, 2018-02 to 2018-02-07, Japan (COUNTRY)");
        assertThat(differences().get("evidence " + KEY)).endsWith("the sum of its evidence, 3; found 4");
    }

    @Test
    void aWrongDateIsADifference() {
        change(row -> new ActorMonth(
                row.actor(), row.name(), row.type(), row.month(), 3, 2, row.first(), PartialDate.of(row.month())));

        assertThat(differences()).containsOnlyKeys("actor-months " + KEY);
    }

    private void change(UnaryOperator<ActorMonth> to) {
        actorMonths.computeIfPresent(KEY, (key, row) -> to.apply(row));
    }

    @Test
    void aCopyThatIsNoneAndOneThatIsNotCountedAsSuchAreDifferences() {
        put("copy", FIRST);
        actorMonths = new HashMap<>(recount.actorMonths());
        pairs = new HashMap<>(recount.actorPairs());
        mentioned = new HashMap<>(recount.actorMonthsMentioned());
        mentions = new HashMap<>(recount.mentions());
        articles.add("copy");
        ledger.add("copy");
        assertThat(recount.copies()).containsExactly(Map.entry("copy", "a"));

        assertThat(differences()).containsOnlyKeys("copies copy");
        assertThat(differences().get("copies copy")).isEqualTo("copies copy: expected a copy of a; found nothing");

        originals.put("copy", "a");
        change(row -> new ActorMonth(
                row.actor(),
                row.name(),
                row.type(),
                row.month(),
                row.mentions(),
                row.articles(),
                row.first(),
                row.last()));

        assertThat(differences()).containsOnlyKeys("actor-months " + KEY);
        assertThat(differences().get("actor-months " + KEY)).contains("(3 in 2 without copies)");
    }

    @Test
    void aRowThatIsMissingOrTooMuchIsADifference() {
        ActorMonth row = actorMonths.remove(KEY);
        actorMonths.put("DEU|2018-02", row);

        assertThat(differences().values())
                .anyMatch(line -> line.startsWith("actor-months JPN|2018-02") && line.endsWith("found nothing"))
                .anyMatch(line -> line.startsWith("actor-months DEU|2018-02: expected nothing; found 3 mentions"));
    }

    @Test
    void evidenceThatIsMissingIsNamedWithItsArticle() {
        mentions.remove(KEY + "|b");

        assertThat(differences()).containsOnlyKeys("mentions JPN|2018-02|b", "evidence " + KEY);
    }

    @Test
    void aPairThatIsMissingUnderOneOfItsActorsIsNamed() {
        pairs.remove("FRA|2018-02|JPN");

        assertThat(differences().values())
                .containsExactly(
                        "actor-pairs FRA|2018-02|JPN: expected 1 articles and 1 sentences in common; found nothing");
    }

    @Test
    void aWrongNumberOfAMentionedMonthIsNamed() {
        mentioned.computeIfPresent(KEY + "|open", (key, row) -> row.plus(row));

        assertThat(differences().values())
                .containsExactly("actor-months-mentioned JPN|2018-02|open: expected 2 mentions; found 4 mentions");
    }

    @Test
    void aRiseThatIsNoneIsNamed() {
        rises.put(KEY, new Rise("JPN", "Japan", ActorType.COUNTRY, YearMonth.of(2018, 2), 5, 0, List.of("a")));

        assertThat(differences().values())
                .containsExactly("rises JPN|2018-02: expected nothing; found {\"actor\":\"JPN\",\"name\":\"Japan\","
                        + "\"type\":\"COUNTRY\",\"month\":\"2018-02\",\"articles\":5,\"before\":0,\"rise\":60.0,"
                        + "\"evidence\":[\"a\"]}");
    }

    @Test
    void anArticleInTheWrongTableIsADifferenceInBoth() {
        articles.remove("b");
        rejected.add("b");

        assertThat(differences()).containsOnlyKeys("articles b", "rejected b");
        assertThat(differences().get("rejected b")).endsWith("found the article, which is ANNOTATED");
    }

    @Test
    void anArticleThatTheLedgerKnowsAndRawNoLongerHasIsNamed() {
        ledger.add("lost");

        assertThat(differences())
                .containsExactly(Map.entry(
                        "ledger lost", "ledger lost: expected nothing; found an article that raw no longer has"));
    }

    @Test
    void anArticleThatTheLedgerNeverSawIsNamed() {
        ledger.remove("poison");

        assertThat(differences()).containsOnlyKeys("ledger poison");
    }
}
