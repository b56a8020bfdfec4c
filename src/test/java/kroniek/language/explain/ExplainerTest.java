package kroniek.language.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kroniek.domain.Actor;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Explanations;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.evaluate.GoldFiles;
import kroniek.evaluate.GoldText;
import kroniek.language.Language;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExplainerTest {

    private static final Language LANGUAGE = Language.load();

    /** Rule, month, text with the mention in brackets, what its explanation must say. */
    private static final List<List<String>> MENTIONS = Stream.of(
                    """
                    country-name | 2018-05 | [Frankrijk] tekent.
                    'Frankrijk' = Frankrijk (country): a country's name (in the lexicon).
                    """,
                    """
                    demonym | 2018-05 | De [Franse] president zwijgt.
                    'Franse' = Frankrijk (country): an adjective of a country, which counts for the country
                    """,
                    """
                    inhabitants | 2018-05 | De [Fransen] stemmen.
                    'Fransen' = Frankrijk (country): a people, which counts for its country
                    """,
                    """
                    metonym | 2018-05 | Volgens [Kremlin]woordvoerders is het zo.
                    'Kremlin' = Rusland (country): what always stands for a government (in the lexicon); the first part of the \
                    word 'Kremlinwoordvoerders'.
                    """,
                    """
                    capital-acts | 2018-05 | [Moskou] ontkent.
                    = Rusland (country): a capital that stands for its government (subject of 'ontkent'). Not Moskou: towns do \
                    not act.
                    """,
                    """
                    capital-as-place | 2018-05 | Hij woont in [Moskou].
                    = Moskou (place): a capital, here as a town (behind 'in'). Not Rusland: nothing says that it acts. Not \
                    counted: it is a place.
                    """,
                    """
                    place | 2018-05 | Het is [Assen]s mooiste plein.
                    = Assen (place): a place's name (in the lexicon); the genitive s is outside the name. Not counted: it is a \
                    place.
                    """,
                    """
                    region | 2018-05 | In [Oost-Oekraïne] wordt gevochten.
                    = Oost-Oekraïne (place, not in the lexicon): a point of the compass before a name
                    """,
                    """
                    organisation | 2018-05 | [Gent] verloor de wedstrijd na een doelpunt van de spits in het stadion.
                    = KAA Gent (organisation): an organisation's name (the article is about sport). Not Gent: nothing in the \
                    article speaks for it.
                    """,
                    """
                    ministry-abroad | 2018-05 | Het Franse [ministerie van Financiën] ontkent.
                    (organisation, not in the lexicon): a ministry of another country ('Franse' stands before it). Not \
                    Ministerie van Financiën: another country's name goes with it.
                    """,
                    """
                    person-name | 2018-05 | [Barack Obama] sprak.
                    'Barack Obama' = Barack Obama (person): a person's name (in the lexicon).
                    """,
                    """
                    shared-surname | 2018-05 | [Barack] en Michelle Obama schrijven een boek.
                    = Barack Obama (person): a given name whose surname follows at the next one (surname of 'Michelle Obama').
                    """,
                    """
                    short-name | 2018-05 | Memphis Depay scoorde. [Memphis] juichte.
                    (full name 'Memphis Depay' in the article); named in full in sentence 1.
                    """,
                    """
                    surname-of-full-name | 2018-05 | Kim Jong-un sprak met Kim Yong-chol. Kim Jong-un lachte. [Kim] zei niets.
                    = Kim Jong-un (person): the surname of a person whose full name the article has (full name 'Kim Jong-un' \
                    earlier in the article, named just before, known to everybody); named in full in sentences 1 and 2. Not \
                    Kim Yong-chol: full name once in the article.
                    """,
                    """
                    surname-in-office | 2005-03 | President [Bush] sprak.
                    = George W. Bush (person): a surname behind a title (the title fits a post of 2005-03, in office in \
                    2005-03). Not George H.W. Bush: full name nowhere in the article, the title fits a post held before 2005-03.
                    """,
                    """
                    surname-known | 2018-05 | [Trump] sprak.
                    = Donald Trump (person): a surname alone (best known bearer of the surname, known to everybody). Not
                    """,
                    """
                    given-name | 2018-05 | Femke Bol won. [Femke] lachte.
                    = Femke Bol (person): the given name of a person of the article (full name 'Femke Bol' in the article)
                    """,
                    """
                    acronym | 2018-05 | De Stichting Zuivere Sloot klaagt. De [SZS] wil geld.
                    = Stichting Zuivere Sloot (organisation, not in the lexicon): letters that stand for a name (acronym of \
                    'Stichting Zuivere Sloot' in the article)
                    """,
                    """
                    long-form-of-acronym | 2018-05 | Het gezelschap [Warme Sloot] (WZS) speelt.
                    an organisation with an acronym of its own (its acronym stands in brackets
                    """,
                    """
                    ellipsis | 2018-05 | [Noord-] en Zuid-Korea praten.
                    'Noord-' = Noord-Korea (country): a country's name without its end
                    """,
                    """
                    ambiguous | 2018-05 | Pieter Kwikstra en Anna Kwikstra waren er. Volgens [Kwikstra] was het druk.
                    = Anna Kwikstra or Pieter Kwikstra (person): several have this name, and the article does not settle whose it \
                    is (as much speaks for each: full name once in the article, named just before). Not counted: for nobody, as \
                    long as it is open who is meant.
                    """,
                    """
                    person-by-shape | 2018-05 | Onderzoeker [Krijn Jansema] woont hier.
                    (person, not in the lexicon): the shape of a person's name (a given name, then a surname).
                    """,
                    """
                    person-by-context | 2018-05 | De zanger [Michel] trad op.
                    = Michel (person, not in the lexicon): a person, by what stands around the name (after the title 'zanger'). \
                    Not Charles Michel: full name nowhere in the article, in office in 2018-05.
                    """,
                    """
                    organisation-word | 2018-05 | De [Stichting Zuivere Sloot] klaagt.
                    an organisation, by its own words (a word for an organisation in the name).
                    """,
                    """
                    organisation-by-context | 2018-05 | Softwarebedrijf [Kwikzand] groeit.
                    an organisation, by what stands around the name (after 'Softwarebedrijf').
                    """,
                    """
                    place-by-context | 2018-05 | Hij woont in [Kwikdorp].
                    (place, not in the lexicon): a place, by what stands around the name (
                    """,
                    """
                    source-label | 2018-05 | Dat is zo.\\n\\nBron: [Reuters]
                    = Reuters (organisation): where the text comes from (in the lexicon). Not counted: a source label tells \
                    nothing about its source.
                    """,
                    """
                    channel | 2018-05 | Hij zei dat via [Twitter].
                    Not counted: the channel itself does nothing.
                    """,
                    """
                    maker-of-product | 2018-05 | Een [Airbus] A320 landde.
                    a maker inside the name of its product (in the lexicon). Not counted: the product is meant.
                    """)
            .map(row ->
                    Stream.of(row.strip().split(" \\| |\n")).map(String::strip).toList())
            .toList();

    private static AnnotatedArticle annotated(String date, String text) {
        PublicationDate published =
                new PublicationDate(PartialDate.parse(date).orElseThrow(), PublicationDate.Source.HEADER);
        return LANGUAGE.annotate(new Article("test", published, null, null, text, Span.NONE, null, null));
    }

    private static List<AnnotatedArticle> gold() throws Exception {
        return GoldFiles.read(
                        List.of(
                                Path.of("src/test/resources/kroniek/gold"),
                                Path.of("src/test/resources/kroniek/samples")),
                        List.of(Path.of("samples")))
                .stream()
                .map(GoldText::article)
                .map(LANGUAGE::annotate)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHasAnExampleWhoseExplanationIsRead() {
        return MENTIONS.stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    String marked = row.get(2).replace("\\n", "\n");
                    int at = marked.indexOf('[');
                    AnnotatedArticle annotated =
                            annotated(row.get(1), marked.replace("[", "").replace("]", ""));
                    Explanations explained = LANGUAGE.explain(annotated);
                    List<Mention> mentions = annotated.mentions();
                    int found = mentions.stream()
                            .map(m -> m.span().start())
                            .toList()
                            .indexOf(at);

                    assertThat(found).as("a mention at %d of %s", at, mentions).isNotNegative();
                    assertThat(mentions.get(found).rule()).isEqualTo(row.get(0));
                    assertThat(explained.mentions().get(found)).contains(row.get(3));
                }));
    }

    @Test
    void noRuleIsWithoutAnExample() {
        assertThat(DataFile.resource("explain/mentions.tsv").lines().stream()
                        .map(line -> line.fields().get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        MENTIONS.stream().map(row -> row.get(0)).toList());
    }

    @Test
    void everyFileOfRulesForDatesHasItsWords() {
        List<String> files = DataFile.resource("dates/files").lines().stream()
                .map(Line::text)
                .filter(file -> file.endsWith(".rules"))
                .map(file -> file.replace(".rules", ""))
                // These define shapes, and what is no time: nothing is found by them.
                .filter(file -> !List.of("shapes", "lookalikes").contains(file))
                .toList();

        assertThat(DataFile.resource("explain/dates.tsv").lines().stream()
                        .map(line -> line.fields().get(0)))
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @TestFactory
    Stream<DynamicTest> datesSayWhereTheyLieSeenFromPublication() {
        return Stream.of(
                        "2018-02-07 | [Gisteren] won zij. | = 2018-02-06 (date): a day named from the day of publication; the day"
                                + " before publication (2018-02-07)",
                        "2018-02-07 | Zij wint [vandaag]. | ; the day of publication (2018-02-07)",
                        "2018-02-07 | Dat was op [3 februari 2018]. | 4 days before publication",
                        "2018-02 | Dat was op [3 april 2018]. | 2 months after publication (2018-02)",
                        "2018-02 | Zij won in [2015]. | 3 years before publication",
                        "2018-02 | Zij won [maandag]. | X stands for what the article leaves open",
                        "2018-02 | Zij wint [eind april]. | ; 2 months after publication (2018-02); the end of it",
                        "2018-02 | Zij speelde [twee jaar]. | = P2Y (duration): a length of time.",
                        "2018-02 | Zij speelt [nu]. | no date is said.",
                        "2018-02 | Het feest duurt van [3 tot 5 april 2018]. | from 2018-04-03 to 2018-04-05",
                        "2018-02 | Zij speelt [elke dag]. | = P1D (set): something that recurs.")
                .map(row -> List.of(row.split(" \\| ")))
                .map(row -> DynamicTest.dynamicTest(row.get(1), () -> {
                    AnnotatedArticle annotated =
                            annotated(row.get(0), row.get(1).replace("[", "").replace("]", ""));
                    Explanations explained = LANGUAGE.explain(annotated);

                    assertThat(explained.expressions())
                            .singleElement()
                            .asString()
                            .contains(row.get(2));
                    assertThat(explained.expressions().get(0))
                            .startsWith("'" + annotated.expressions().get(0).text() + "'");
                }));
    }

    @Test
    void overAllGoldEveryExplanationNamesItsActorAndKnowsItsRule() throws Exception {
        List<AnnotatedArticle> gold = gold();
        assertThat(gold).hasSizeGreaterThan(100);
        for (AnnotatedArticle annotated : gold) {
            Explanations explained = LANGUAGE.explain(annotated);
            assertThat(explained.mentions()).hasSameSizeAs(annotated.mentions());
            for (int i = 0; i < annotated.mentions().size(); i++) {
                Mention mention = annotated.mentions().get(i);
                Actor actor = mention.actor();
                assertThat(explained.mentions().get(i))
                        .as(annotated.article().id())
                        .startsWith("'" + mention.text() + "' = " + (actor == null ? "" : actor.name()))
                        .doesNotContain("the rule ", "()")
                        .endsWith(".");
                assertThat(explained.mentions().get(i).contains("Not counted: "))
                        .as(explained.mentions().get(i))
                        .isEqualTo(!mention.counted());
            }
            for (int i = 0; i < annotated.expressions().size(); i++) {
                TemporalExpression expression = annotated.expressions().get(i);
                assertThat(explained.expressions().get(i))
                        .startsWith("'" + expression.text() + "' = " + expression.value())
                        .doesNotContain("the rule ");
            }
        }
    }

    @Test
    void theSameArticleIsExplainedInTheSameWords() throws Exception {
        List<AnnotatedArticle> once = gold();
        List<AnnotatedArticle> again = gold();
        for (int i = 0; i < once.size(); i++) {
            assertThat(LANGUAGE.explain(again.get(i))).isEqualTo(LANGUAGE.explain(once.get(i)));
        }
    }

    @Test
    void aRuleOfAnotherVersionIsCalledByItsName() {
        AnnotatedArticle now = annotated("2018-05", "Frankrijk tekent.");
        Mention known = now.mentions().get(0);
        Mention unknown = new Mention(
                known.text(), known.span(), known.type(), known.actor(), known.form(), true, "later", "", List.of());

        Explanations explained = LANGUAGE.explain(
                new AnnotatedArticle(now.article(), List.of(), List.of(unknown), now.sentences(), now.language()));

        assertThat(explained.mentions()).containsExactly("'Frankrijk' = Frankrijk (country): the rule later.");
    }
}
