package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import kroniek.article.InputForm;
import kroniek.article.Sha256;
import kroniek.domain.ArticleMentions;
import kroniek.language.DatedArticle;
import kroniek.language.Language;
import kroniek.language.text.Text;
import kroniek.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KroniekTopologyTest {

    private static final String V1 = " date 2018-02 Tekst. @KOR en @KOR en @USA.";
    private static final String V2 = " date 2018-02 Tekst. @KOR en @JPN.";

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

    @Test
    void anArticleIsCountedByActorAndMonth() {
        driven.put("a", V1);
        driven.put("b", " date 2018-02-07 Nog een. @KOR.");
        driven.put("c", " date 2018-03 Later. @KOR.");

        assertThat(driven.counts())
                .containsExactly(
                        entry("KOR|2018-02", "3/2 2018-02..2018-02-07 KOR"),
                        entry("KOR|2018-03", "1/1 2018-03..2018-03 KOR"),
                        entry("USA|2018-02", "1/1 2018-02..2018-02 USA"));
        assertThat(driven.mentions())
                .containsOnlyKeys("KOR|2018-02|a", "KOR|2018-02|b", "KOR|2018-03|c", "USA|2018-02|a");
        assertThat(driven.articles()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void theTopicOfArticlesSaysHowPreciseATimeIsAndWhatItWasComputedFrom() throws Exception {
        try (Driven dutch = new Driven(Steps.of(Language.load()), state.resolve("dutch"))) {
            dutch.put("a", " date 2018-02-07 Dinsdag brak brand uit. Om 22.15 uur kwam de brandweer.");

            JsonNode expressions =
                    new ObjectMapper().readTree(dutch.articles().get("a")).get("expressions");
            assertThat(expressions.get(0).get("precision").textValue()).isEqualTo("day");
            assertThat(expressions.get(0).get("anchor")).hasToString("{\"kind\":\"publication\"}");
            assertThat(expressions.get(1).get("precision").textValue()).isEqualTo("minute");
            assertThat(expressions.get(1).get("anchor")).hasToString("{\"kind\":\"text\",\"start\":17,\"end\":24}");
        }
    }

    @Test
    void aResentArticleWritesNothing() {
        driven.put("a", V1);
        Map<String, String> before = driven.everything();

        driven.put("a", V1);

        assertThat(driven.written).isZero();
        assertThat(driven.everything()).isEqualTo(before);
    }

    @Test
    void aCorrectionTakesBackWhatTheArticleNoLongerSays() {
        driven.put("a", V1);
        driven.put("a", V2);

        assertThat(driven.counts())
                .containsExactly(
                        entry("JPN|2018-02", "1/1 2018-02..2018-02 JPN"),
                        entry("KOR|2018-02", "1/1 2018-02..2018-02 KOR"));
        assertThat(driven.mentions()).containsOnlyKeys("JPN|2018-02|a", "KOR|2018-02|a");
    }

    @Test
    void aCorrectionOfTheDateMovesTheCountsToTheOtherMonth() {
        driven.put("a", V1);
        driven.put("a", V1.replace("2018-02", "2018-04"));

        assertThat(driven.counts().keySet()).containsExactly("KOR|2018-04", "USA|2018-04");
        assertThat(driven.mentions()).containsOnlyKeys("KOR|2018-04|a", "USA|2018-04|a");
    }

    @Test
    void aWithdrawnArticleLeavesNoTrace() {
        driven.put("other", V2);
        Map<String, String> never = driven.everything();

        driven.put("a", V1);
        driven.withdraw("a");

        assertThat(driven.everything()).isEqualTo(never);
    }

    @Test
    void withdrawingEverythingLeavesTopicsAndStoresEmpty() {
        driven.put("a", V1);
        driven.put("b", "geen datum");
        driven.put("c", V1 + " BOEM-ACTORS");
        driven.withdraw("a");
        driven.withdraw("b");
        driven.withdraw("c");
        driven.withdraw("never there");

        assertThat(driven.everything()).isEmpty();
    }

    @Test
    void aWithdrawalWritesATombstoneWhereverTheArticleStands() {
        driven.put("a", V1);
        String band =
                driven.table(Topics.declared().copyBands()).keySet().iterator().next();
        driven.withdraw("a");
        assertThat(driven.deleted)
                .containsExactlyInAnyOrder(
                        "kroniek.articles/a",
                        "kroniek.copy-bands/" + band,
                        "kroniek.mentions/KOR|2018-02|a",
                        "kroniek.mentions/USA|2018-02|a",
                        "kroniek.actor-months/KOR|2018-02",
                        "kroniek.actor-months/USA|2018-02",
                        "kroniek.actor-pairs/KOR|2018-02|USA",
                        "kroniek.actor-pairs/USA|2018-02|KOR",
                        "kroniek.actor-months-mentioned/KOR|2018-02|open",
                        "kroniek.actor-months-mentioned/USA|2018-02|open");

        driven.put("b", "geen datum");
        driven.withdraw("b");
        assertThat(driven.deleted).containsExactly("kroniek.rejected/b");

        driven.put("c", V1 + " BOEM-DATES");
        driven.withdraw("c");
        assertThat(driven.deleted).containsExactly("kroniek.dead-letters/c");
    }

    @Test
    void whatCorrectsOrDeletesSaysInAHeaderWhatWasBefore() {
        driven.put("a", V1);
        assertThat(driven.before).isEmpty();

        driven.put("a", V2);
        assertThat(driven.before)
                .containsOnly(
                        entry("kroniek.articles/a", "2018-02|KOR|USA"),
                        entry("kroniek.actor-months/USA|2018-02", "PERSON"));

        driven.put("a", "geen datum");
        assertThat(driven.before)
                .containsOnly(
                        entry("kroniek.articles/a", "2018-02|JPN|KOR"),
                        entry("kroniek.actor-months/JPN|2018-02", "PERSON"),
                        entry("kroniek.actor-months/KOR|2018-02", "PERSON"));

        driven.put("a", " date 2018-02 Over niemand.");
        assertThat(driven.before).isEmpty();
        driven.withdraw("a");
        assertThat(driven.before).containsOnly(entry("kroniek.articles/a", ""));
    }

    @Test
    void whatIsPublishedAgainByteForByteIsReadByTheProgramAsItIsNow(@TempDir Path other) {
        AtomicBoolean mended = new AtomicBoolean();
        Steps steps = new Steps(
                article -> mended.get()
                        ? new DatedArticle(article, Text.of(article.text()), List.of())
                        : AtLanguage.STEPS.normaliseDates().apply(article),
                AtLanguage.STEPS.extractActors());
        try (Driven program = new Driven(steps, other)) {
            program.put("a", V1 + " BOEM-DATES");
            assertThat(program.deadLetters()).containsOnlyKeys("a");

            mended.set(true);
            program.put("a", V1 + " BOEM-DATES");

            assertThat(program.deadLetters()).isEmpty();
            assertThat(program.counts()).containsOnlyKeys("KOR|2018-02", "USA|2018-02");
        }
    }

    @Test
    void acceptedThenRejectedThenAccepted() {
        driven.put("a", V1);
        Map<String, String> accepted = driven.everything();

        driven.put("a", "zonder datum. @KOR");
        assertThat(driven.counts()).isEmpty();
        assertThat(driven.mentions()).isEmpty();
        assertThat(driven.articles()).isEmpty();
        assertThat(driven.rejected()).containsOnlyKeys("a");
        assertThat(driven.rejected().get("a")).contains("\"reason\":\"no-date\"");

        driven.put("a", V1);
        assertThat(driven.everything()).isEqualTo(accepted);
        assertThat(driven.rejected()).isEmpty();
    }

    @Test
    void acceptedThenPoisonousIsADeadLetterAndCountsForNobody() {
        driven.put("a", V1);
        Map<String, String> accepted = driven.everything();

        for (String step : List.of("DATES", "ACTORS")) {
            driven.put("a", V1 + " BOEM-" + step);
            assertThat(driven.counts()).isEmpty();
            assertThat(driven.articles()).isEmpty();
            assertThat(driven.deadLetters()).containsOnlyKeys("a");
            assertThat(driven.deadLetters().get("a"))
                    .contains("the " + step.toLowerCase(java.util.Locale.ROOT) + " exploded");
        }

        driven.put("a", V1);
        assertThat(driven.everything()).isEqualTo(accepted);
        assertThat(driven.deadLetters()).isEmpty();
    }

    @Test
    void firstAndLastDateAndTheNameComeBackWhenAnArticleIsTakenBack() {
        driven.put("a", " date 2018-02-05 Een. @x=Anna.");
        driven.put("b", " date 2018-02-20 Twee. @x=Ann.");
        driven.put("c", " date 2018-02-10 Drie. @x=Ann.");
        assertThat(driven.counts()).containsEntry("x|2018-02", "3/3 2018-02-05..2018-02-20 Ann");

        driven.withdraw("b");
        assertThat(driven.counts()).containsEntry("x|2018-02", "2/2 2018-02-05..2018-02-10 Ann");

        driven.put("d", " date 2018-02-11 Vier. @x=Anna.");
        driven.put("e", " date 2018-02-11 Vijf. @x=Anna.");
        assertThat(driven.counts()).containsEntry("x|2018-02", "4/4 2018-02-05..2018-02-11 Anna");
    }

    @Test
    void rowsOfAVersionWithoutIndexesAreIndexedBeforeTheFirstChange() {
        driven.put("a", V1);
        driven.put("b", " date 2018-03 Later. @KOR.");

        try (Driven newer = new Driven(AtLanguage.STEPS, state.resolve("newer"))) {
            newer.takeOverWithoutIndexes(driven);
            newer.put("c", V2);

            assertThat(newer.wrongIndexes()).isEmpty();
            assertThat(newer.counts()).containsEntry("KOR|2018-02", "3/2 2018-02..2018-02 KOR");
        }
    }

    @Test
    void aNameFromTheLexiconGoesBeforeOneThatIsOnlySeenMoreOften() {
        driven.put("a", " date 2018-02 Een. @x=Anna.");
        driven.put("b", " date 2018-02 Twee. @x=Anna.");
        driven.put("c", " date 2018-02 Drie. @x.");

        assertThat(driven.counts()).containsEntry("x|2018-02", "3/3 2018-02..2018-02 x");
    }

    @Test
    void aRecordWithoutAKeyIsARejectionThatNamesTheCure() {
        driven.put(null, V1.getBytes(StandardCharsets.UTF_8), null);

        assertThat(driven.rejected()).containsOnlyKeys("raw:0:0");
        assertThat(driven.rejected().get("raw:0:0"))
                .contains("\"reason\":\"bad-key\"", "has no key", "with the article's id as its key");
        assertThat(driven.counts()).isEmpty();
    }

    @Test
    void recordsWithAnEmptyKeyAreVersionsOfOneRejectionAsTheyAreOfOneKeyInTheRawTopic() {
        byte[] empty = {};
        String key = "bad-key:0:" + Sha256.of(empty);
        driven.put(empty, V1.getBytes(StandardCharsets.UTF_8), null);
        driven.put(empty, V2.getBytes(StandardCharsets.UTF_8), null);

        assertThat(driven.rejected()).containsOnlyKeys(key);
        assertThat(driven.rejected().get(key))
                .contains("offset 1 has no key", Sha256.of(V2.getBytes(StandardCharsets.UTF_8)));

        driven.put(empty, null, null);
        assertThat(driven.everything()).isEmpty();
    }

    @Test
    void aKeyThatIsNotUtf8IsARejection() {
        driven.put(new byte[] {(byte) 0xff, 'a'}, V1.getBytes(StandardCharsets.UTF_8), null);

        String key = "bad-key:0:" + Sha256.of(new byte[] {(byte) 0xff, 'a'});
        assertThat(driven.rejected().get(key)).contains("not UTF-8 (ff61)");

        driven.put(new byte[] {(byte) 0xff, 'a'}, null, null);
        assertThat(driven.everything()).isEmpty();
    }

    @Test
    void aKeyThatIsTooLongIsARejectionThatFitsItsRecord() {
        byte[] key = "k".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        driven.put(key, V1.getBytes(StandardCharsets.UTF_8), null);

        assertThat(driven.rejected().values()).singleElement().satisfies(value -> assertThat(value)
                .contains("a key of 1000000 bytes")
                .hasSizeLessThan(2000));
    }

    @Test
    void anArticleWhoseFindingsDoNotFitARecordIsRejectedAndStopsNobody() {
        driven.put("a", V1);
        driven.put("a", " date 2018-02 Tekst. " + "@KOR*5000 ".repeat(2000));
        driven.put("b", V2);

        assertThat(driven.rejected().get("a")).contains("too-large");
        assertThat(driven.counts()).containsOnlyKeys("JPN|2018-02", "KOR|2018-02");
        assertThat(driven.articles()).containsOnlyKeys("b");
    }

    @Test
    void whatIsTooLargeToBeKeptWholeIsKeptByItsBeginning() throws Exception {
        String large = " date 2018-02 " + "BOEM-DATES ".repeat(2_500_000);
        byte[] bytes = large.getBytes(StandardCharsets.UTF_8);

        driven.put("a", large);
        driven.put("b", V2);

        JsonNode rejected = new ObjectMapper().readTree(driven.rejected().get("a"));
        assertThat(rejected.get("reason").asText()).isEqualTo("too-large");
        assertThat(rejected.get("size").asInt()).isEqualTo(bytes.length);
        assertThat(rejected.get("sha256").asText()).isEqualTo(Sha256.of(bytes));
        assertThat(rejected.get("truncated").asBoolean()).isTrue();
        assertThat(rejected.get("bytes").binaryValue()).isEqualTo(Arrays.copyOf(bytes, InputForm.KEPT_OF_REJECTED));
        assertThat(driven.counts()).containsOnlyKeys("JPN|2018-02", "KOR|2018-02");
    }

    @Test
    void aDeadLetterSaysWhatFailedInWordsThatFit(@TempDir Path other) throws Exception {
        Steps failing = new Steps(
                article -> {
                    throw new IllegalStateException("\uD83D" + "x".repeat(5_000_000));
                },
                dated -> {
                    throw new IllegalStateException("not reached");
                });
        try (Driven program = new Driven(failing, other)) {
            program.put("a", V1);

            JsonNode dead = new ObjectMapper().readTree(program.deadLetters().get("a"));
            assertThat(dead.get("error").asText())
                    .startsWith("java.lang.IllegalStateException: ?xxx")
                    .endsWith("xxx…")
                    .hasSizeLessThan(3000);
            assertThat(dead.get("truncated").asBoolean()).isFalse();
        }
    }

    @Test
    void aFormatHeaderWithoutAValueMeansText() {
        driven.put("a".getBytes(StandardCharsets.UTF_8), V1.getBytes(StandardCharsets.UTF_8), Driven.NULL);

        assertThat(driven.counts()).containsOnlyKeys("KOR|2018-02", "USA|2018-02");
    }

    @Test
    void aRecordInAnotherPartitionThanItsOwnIsARejectionThatNamesTheCure(@TempDir Path other) {
        // Under the driver every record stands in partition 0; of twelve, "misplaced" belongs to another.
        try (Driven twelve = new Driven(AtLanguage.STEPS, other, 12, Topics.declared())) {
            twelve.put("misplaced", V1);

            assertThat(twelve.counts()).isEmpty();
            assertThat(twelve.rejected()).containsOnlyKeys("misplaced:0:misplaced");
            assertThat(twelve.rejected().get("misplaced:0:misplaced"))
                    .contains("\"reason\":\"wrong-partition\"", "belongs to partition", "partitioner=murmur2_random");

            twelve.withdraw("misplaced");
            assertThat(twelve.everything()).isEmpty();
        }
    }

    @Test
    void anIdThatCouldBeTheNameOfARejectionIsARejectionOfItsOwn() {
        driven.put("file:x.txt", V1);

        assertThat(driven.counts()).isEmpty();
        assertThat(driven.rejected()).containsOnlyKeys("reserved:file:x.txt");
        assertThat(driven.rejected().get("reserved:file:x.txt"))
                .contains("\"reason\":\"bad-key\"", "the key file:x.txt", "give the article another id");

        driven.withdraw("file:x.txt");
        assertThat(driven.everything()).isEmpty();
    }

    @Test
    void anUnknownFormatIsARejection() {
        driven.put("a".getBytes(StandardCharsets.UTF_8), V1.getBytes(StandardCharsets.UTF_8), "xml");

        assertThat(driven.rejected().get("a")).contains("unknown-format", "says 'xml'");
    }

    @Test
    void theFormatHeaderSaysJson() {
        byte[] json = "{\"id\":\"a\",\"date\":\"2018-02\",\"text\":\"Tekst. @KOR.\"}".getBytes(StandardCharsets.UTF_8);
        driven.put("a".getBytes(StandardCharsets.UTF_8), json, "json");

        assertThat(driven.counts()).containsOnlyKeys("KOR|2018-02");
    }

    @Test
    void evidenceIsBoundedAndTheCountIsExact() throws Exception {
        driven.put("a", " date 2018-02 Lang. " + "Zin met @KOR erin. ".repeat(80));
        driven.put("b", " date 2018-02 Lang. " + "en @KOR ".repeat(500) + ".");

        JsonNode many = new ObjectMapper().readTree(driven.mentions().get("KOR|2018-02|a"));
        assertThat(many.get("mentions").intValue()).isEqualTo(80);
        assertThat(many.get("evidence")).hasSize(Contribution.MAX_SENTENCES);
        assertThat(many.get("cut").booleanValue()).isTrue();
        assertThat(many.at("/evidence/0/text").textValue()).isEqualTo(" Zin met @KOR erin.");

        JsonNode oneSentence = new ObjectMapper().readTree(driven.mentions().get("KOR|2018-02|b"));
        assertThat(oneSentence.get("mentions").intValue()).isEqualTo(500);
        for (JsonNode sentence : oneSentence.get("evidence")) {
            assertThat(sentence.get("text").textValue().length()).isLessThanOrEqualTo(Contribution.MAX_SENTENCE_LENGTH);
        }
        assertThat(driven.counts().get("KOR|2018-02")).startsWith("580/2 ");
    }

    @Test
    void everyPlaceOfTheEvidenceIsTheMentionItSaysItIs() throws Exception {
        String text = " date 2018-02 België 😀. Zin 😀 met @KOR erin.";
        driven.put("a", text);

        JsonNode evidence = new ObjectMapper()
                .readTree(driven.mentions().get("KOR|2018-02|a"))
                .at("/evidence/0");
        int start = evidence.at("/mentions/0/start").intValue()
                - evidence.get("start").intValue();
        String sentence = evidence.get("text").textValue();
        int from = sentence.offsetByCodePoints(0, start);
        assertThat(sentence.substring(from)).startsWith("@KOR");
    }

    @Test
    void anExceptionInTheTallyStopsTheTaskAndIsNotSkipped() {
        Topics broken = Topics.declared();
        driven.put("a", V1);
        ArticleMentions wrong = broken.mentions()
                .serde()
                .deserializer()
                .deserialize("", driven.mentions().get("KOR|2018-02|a").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> driven.mentionsFromElsewhere("not a key", wrong))
                .hasStackTraceContaining("not a key <actor>|<month>");
    }

    /** Any interleaving that keeps the order of each article gives the same tables. */
    @Test
    void theOrderOfDifferentArticlesDoesNotMatter(@TempDir Path folder) {
        Random random = new Random(20181);
        List<String> versions = List.of(V1, V2, "geen datum", V1 + " BOEM-DATES", "", V2.replace("02", "03"));
        Map<String, List<String>> histories = new HashMap<>();
        for (String id : List.of("a", "b", "c", "d")) {
            List<String> history = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                history.add(versions.get(random.nextInt(versions.size())));
            }
            histories.put(id, history);
        }
        List<Map<String, String>> results = new ArrayList<>();
        for (int run = 0; run < 5; run++) {
            try (Driven one = new Driven(AtLanguage.STEPS, folder.resolve("run" + run))) {
                interleave(histories, random).forEach(version -> {
                    if (version.text().isEmpty()) {
                        one.withdraw(version.id());
                    } else {
                        one.put(version.id(), version.text());
                    }
                });
                results.add(one.everything());
            }
        }
        assertThat(results.get(0)).isNotEmpty();
        assertThat(results).allMatch(results.get(0)::equals);
    }

    private static List<ArticleVersion> interleave(Map<String, List<String>> histories, Random random) {
        Map<String, Integer> next = new HashMap<>();
        List<String> ids = new ArrayList<>(histories.keySet());
        List<ArticleVersion> order = new ArrayList<>();
        while (!ids.isEmpty()) {
            String id = ids.get(random.nextInt(ids.size()));
            int at = next.merge(id, 1, Integer::sum) - 1;
            order.add(new ArticleVersion(id, histories.get(id).get(at)));
            if (at + 1 == histories.get(id).size()) {
                ids.remove(id);
            }
        }
        return order;
    }

    private record ArticleVersion(String id, String text) {}
}
