package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.xml.sax.InputSource;

/** The page as a reader meets it: the running program, a real browser, and nothing in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    /** So many processes that want a processor are the test's own; where there are more, others keep the machine busy, and it takes longer. */
    private static final double OWN_LOAD = 4.0 * Runtime.getRuntime().availableProcessors();

    private static final String HOSTILE = "boos <img src=x onerror=window.taken=1>&?#%.txt";
    private static final String RANKING = "[aria-labelledby=ranking-title] .mark";
    private static final String MARCH = "?month=2018-03";
    private static final List<String> VIEWS = List.of(
            MARCH,
            "?actor=RUS&month=2018-03&open=timeline",
            "?article=2018-03-14-may-skripal.txt",
            "?compare=RUS&compare=donald-trump&measure=share",
            "?actor=PER&copies=without&open=timeline&measure=share",
            "?q=van",
            "?actor=nobody",
            MARCH + "&lang=en&open=strip&open=ranking&open=heat");

    @TempDir
    static Path folder;

    private Deployment program;
    private Browser browser;
    private String page;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(
                Browser.isThere(),
                "no chromium and chromedriver on the PATH, so the page is not tested: apt-get install chromium chromium-driver");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            page = "http://127.0.0.1:" + free.getLocalPort() + "/";
        }
        program = new Deployment(folder, null, "page")
                .with(Settings.HTTP, page.substring("http://".length(), page.length() - 1));
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(
                            file -> file.getFileName().toString().matches("201[78].*txt"))
                    .toList()) {
                program.file(sample.getFileName().toString(), Files.readAllBytes(sample));
            }
        }
        program.file(HOSTILE, """
                 date 2018-03-02 <script>window.taken=1</script> Rusland

                Jan "<b onclick=taken=1>" Klaassen zei dat Rusland </p><script>window.taken = 1</script> wil.
                De Russische leider \u202e draaide <img src=x onerror="window.taken=1"> om. <a href="javascript:taken=1">Rusland</a>
                """);
        program.unhurried().start().settle();
        browser = new Browser(folder.resolve("browser"));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (program != null) {
            program.close();
        }
    }

    @BeforeEach
    void anew() {
        browser.as(1440, false);
        browser.complaints();
    }

    @AfterEach
    void nothingForbiddenWasTried() {
        assertThat(browser.complaints())
                .noneMatch(complaint -> complaint.contains("Content Security Policy")
                        || complaint.contains("Uncaught")
                        || complaint.contains("TypeError"));
        assertThat(browser.ask("window.taken").isNull()).isTrue();
    }

    private Browser open(String address) {
        return browser.open(page + address);
    }

    @Test
    void firstLoadShowsTheNewestMonthInLessThanASecondFromThisServerAlone() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            open("");
            best = Math.min(best, browser.ask("performance.now()").asLong());
        }

        assertThat(best).as("milliseconds until the answer is shown").isLessThan(1_000);
        assertThat(browser.text("h1")).isEqualTo("November 2018");
        assertThat(browser.title()).isEqualTo("November 2018 · Kroniek");
        assertThat(browser.ask("performance.getEntriesByType('resource').map(r => r.name)")
                        .valueStream())
                .hasSizeGreaterThan(10)
                .allMatch(resource -> resource.asText().startsWith(page));
    }

    @Test
    void whoWasMentionedMostInAMonthWithWhomAndInWhichSentencesIsTwoClicksAway() {
        open("");
        browser.focus("#month").type("Maart 2018").type(Keys.ENTER).awaitText("h1", "Maart 2018");
        assertThat(browser.text(RANKING + " text")).isEqualTo("Rusland");

        browser.click(RANKING).awaitText("h1", "Rusland");
        assertThat(browser.address()).endsWith("?actor=RUS&month=2018-03");
        assertThat(browser.text("#evidence-title")).isEqualTo("De zinnen van maart 2018");
        assertThat(browser.texts(".evidence mark")).contains("Rusland", "Russische");

        String sentence = browser.text(".evidence blockquote");
        browser.click(".evidence blockquote a").awaitThere("a.said[aria-current]");
        assertThat(browser.text(".text")).contains(sentence.substring(0, 20));
        assertThat(browser.text("#why")).contains("gelezen als Rusland, land");

        browser.back().awaitText("h1", "Rusland").awaitThere(".evidence");
        browser.back().awaitText("h1", "Maart 2018");
        browser.back().awaitText("h1", "November 2018");
    }

    @Test
    void aDroppedFileIsOnTheOpenPage() {
        open("?month=2016-01");
        assertThat(browser.text(".empty")).contains("Niemand");
        browser.ask("window.stayed = true");

        program.file("nieuw.txt", " date 2016-01-05 Noorwegen wil praten.\n\nDat zei Noorwegen dinsdag.\n");

        browser.awaitText(RANKING, "Noorwegen");
        program.file("nieuw.txt", " date 2016-01-05 Zweden wil praten.\n\nDat zei Zweden dinsdag.\n");
        browser.awaitText(RANKING, "Zweden");
        assertThat(browser.text("main")).doesNotContain("Noorwegen");
        assertThat(browser.ask("window.stayed").asBoolean())
                .as("the page was not loaded anew")
                .isTrue();
    }

    /** From the moment before the file is written to the moment when the browser has drawn it: in the list of what comes in, and counted. */
    @Test
    void aDroppedFileIsOnTheOpenPageWithinASecond() {
        open("?month=2016-02").awaitThere(".pulse[data-open='true']");
        List<Long> listed = new ArrayList<>();
        List<Long> counted = new ArrayList<>();
        double load = 0;
        for (String country : List.of("Bolivia", "Ghana", "Kenia", "Nepal", "Cuba", "Ecuador", "Estland")) {
            program.settle();
            watchFor("listed", "#arrivals", country);
            watchFor("counted", RANKING, country);
            long dropped = System.currentTimeMillis();
            program.file(
                    country + ".txt", " date 2016-02-05 %s wil praten.%n%nDat zei %1$s vrijdag.%n".formatted(country));
            browser.until("window.listed && window.counted");
            listed.add(browser.ask("window.listed").asLong() - dropped);
            counted.add(browser.ask("window.counted").asLong() - dropped);
            load = Math.max(load, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }

        System.out.printf(
                "a dropped file is on the page after %s ms, and counted after %s ms, at a load of up to %.0f%n",
                listed, counted, load);
        long most = Math.round(1_000 * Math.max(1, load / OWN_LOAD));
        assertThat(median(listed)).as("milliseconds until it is listed").isLessThan(most);
        assertThat(median(counted)).as("milliseconds until it is counted").isLessThan(most);
    }

    /** Has the browser note when an element first says something. */
    private void watchFor(String name, String css, String words) {
        browser.ask("""
                (() => {
                  window.%1$s = null;
                  new MutationObserver((changes, observer) => {
                    if (![...document.querySelectorAll("%2$s")].some((e) => e.textContent.includes("%3$s"))) return;
                    observer.disconnect();
                    requestAnimationFrame(() => setTimeout(() => { window.%1$s = Date.now(); }));
                  }).observe(document.getElementById("view"), { childList: true, subtree: true });
                })()""".formatted(name, css, words));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Test
    void anArticleThatComesInIsListedAtOnceAndAsWhatItIs() {
        open(MARCH);
        assumeTrue(
                browser.ask(
                                "performance.getEntriesByType('resource').some(r => r.name.includes('/stream') && r.responseStatus === 404)")
                        .equals(BooleanNode.FALSE),
                "this server has no stream of events");
        browser.awaitThere(".pulse[data-open='true']");

        program.file("vers.txt", " date 2018-04-03 Chili wil praten.\n\nDat zei Chili dinsdag.\n");
        browser.awaitText("#arrivals li", "nieuw").awaitText("#arrivals li", "Chili");
        assertThat(browser.text("#arrivals li")).contains("3 april 2018");
        program.file("vers.txt", " date 2018-04-03 Peru wil praten.\n\nDat zei Peru dinsdag.\n");
        browser.awaitText("#arrivals li", "verbeterd").awaitText("#arrivals li", "Peru");
    }

    @Test
    void thePageLivesThroughARestartOfTheServer() {
        open(MARCH);
        browser.ask("window.stayed = true");

        program.stop();
        browser.awaitText("#notice", "Geen verbinding met Kroniek");
        assertThat(browser.text("h1")).as("what was shown stays").isEqualTo("Maart 2018");
        browser.awaitText("#age", "geleden");

        program.start();
        browser.until("document.getElementById('notice').hidden");
        browser.click(RANKING).awaitText("h1", "Rusland");
        assertThat(browser.ask("window.stayed").asBoolean()).isTrue();
    }

    @Test
    void searchSuggestsWhileOneWritesAndLeadsToTheActorOrToAllThatWasFound() {
        open("");
        browser.focus("#search").type("poetn").awaitThere("#search-list [role=option]");
        assertThat(browser.texts("#search-list [role=option] bdi"))
                .as("a typing error")
                .contains("Vladimir Poetin");
        browser.type(Keys.ARROW_DOWN);
        assertThat(browser.ask("document.getElementById('search').getAttribute('aria-activedescendant')")
                        .asText())
                .isEqualTo("search-list-0");
        browser.type(Keys.ENTER).awaitText("h1", "Vladimir Poetin");

        browser.focus("#search").type("van").type(Keys.ENTER).awaitText("h1", "Gezocht naar “van”");
        assertThat(browser.address()).endsWith("?q=van");
        assertThat(browser.texts(".found a")).hasSizeGreaterThan(3);

        browser.focus("#search").type("xqzw").type(Keys.ENTER).awaitText("h1", "xqzw");
        assertThat(browser.text(".empty")).contains("Niemand gevonden");
    }

    @Test
    void upToSixActorsStandBelowEachOther() {
        open("?compare=");
        for (String name : List.of("rusl", "trump", "merkel")) {
            browser.focus("#add")
                    .type(name)
                    .awaitThere("#add-list [role=option]")
                    .type(Keys.ARROW_DOWN, Keys.ENTER);
            browser.until("document.activeElement.id === 'add' && document.getElementById('add').value === ''");
        }

        browser.awaitThere(".chart > svg > svg:nth-of-type(3)");
        assertThat(browser.address()).contains("compare=RUS&compare=donald-trump&compare=angela-merkel");
        assertThat(browser.texts(".chosen li > a:not(.remove)"))
                .containsExactly("Rusland", "Donald Trump", "Angela Merkel");

        browser.click(".chosen .remove").until("document.querySelectorAll('.chosen .remove').length === 2");
        browser.back().until("document.querySelectorAll('.chosen .remove').length === 3");
    }

    @Test
    void everythingCanBeReachedWithTheKeyboard() {
        open("?actor=RUS");
        browser.ask("document.activeElement.blur()");
        browser.tab();
        assertThat(browser.focused()).contains("Naar de inhoud");

        browser.focus("#timeline-title ~ *, .chart .mark[tabindex='0']");
        browser.focus(".chart .mark[tabindex='0']").type(Keys.HOME, Keys.ARROW_RIGHT);
        String month =
                browser.ask("document.activeElement.dataset.key").asText().replace("time-", "");
        assertThat(browser.text("p.said")).as("what has the focus is told").contains("artikel");
        browser.type(Keys.ENTER).awaitThere(".chart .mark[aria-current='true'][data-key='time-" + month + "']");
        assertThat(browser.address()).contains("month=" + month);
        assertThat(browser.focused()).as("the focus stays").contains("time-" + month);

        browser.focus("[data-key='table-timeline']").type(Keys.ENTER).awaitThere(".foot table tbody th");
        assertThat(browser.address()).contains("open=timeline");
    }

    @Test
    void anAddressBringsBackAllThatWasChosen() {
        open("?actor=RUS&from=2018-01&to=2018-06&month=2018-03&measure=share&open=timeline&lang=en");

        assertThat(browser.ask("document.documentElement.lang").asText()).isEqualTo("en");
        assertThat(browser.text("#evidence-title")).isEqualTo("The sentences of March 2018");
        assertThat(browser.texts(".segments a[aria-current]")).contains("Share");
        assertThat(browser.texts("#timeline-title, .foot details[open] tbody th"))
                .contains("March 2018")
                .doesNotContain("November 2017");
        browser.click("#other-language").awaitText("#evidence-title", "De zinnen van maart 2018");
        assertThat(browser.address()).contains("measure=share").doesNotContain("lang=");
    }

    @Test
    void aPeriodIsChosenByItsMonthsAndNeverEndsBeforeItBegins() {
        open("?actor=RUS");
        browser.choose("#period-from", "2018-02").until("location.search.includes('from=2018-02')");
        browser.choose("#period-to", "2018-03").until("location.search.includes('to=2018-03')");
        browser.until("document.querySelectorAll('[aria-labelledby=timeline-title] .mark').length === 2");

        browser.choose("#period-from", "2018-06").until("location.search.includes('from=2018-06')");
        assertThat(browser.address()).doesNotContain("to=");
    }

    @Test
    void hostileTextIsOnlyText() {
        open("?article=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8));
        assertThat(browser.text("main"))
                .contains("<script>window.taken = 1</script>", "onerror=", "javascript:taken=1");
        assertThat(browser.text("dl")).contains(HOSTILE);

        open("?actor=RUS&month=2018-03");
        assertThat(browser.text(".evidence")).contains("<script>window.taken = 1</script>");
        open("?q=" + URLEncoder.encode("<img src=x onerror=taken=1>", StandardCharsets.UTF_8));
        assertThat(browser.text("h1")).contains("<img src=x onerror=taken=1>");
        open("?actor=%3Cscript%3E&compare=%00&month=2018-13&type=x&at=-1");

        assertThat(browser.ask("document.querySelectorAll('img, main script, [onclick], [onerror], iframe').length")
                        .asInt())
                .isZero();
    }

    @Test
    void whatOneSeesGoesOutAsCsvAndSvg() throws Exception {
        open(MARCH);
        browser.click("[data-key='csv-ranking']").click("[data-key='svg-ranking']");

        assertThat(Browser.awaitDownload(folder.resolve("browser"), ".csv"))
                .startsWith("\ufeffActor,Soort,Vermeldingen,Verschil,Artikelen,Eerste,Laatste\r\nRusland,land,");
        String svg = Browser.awaitDownload(folder.resolve("browser"), ".svg");
        assertThat(svg)
                .contains("Meest genoemd: maart 2018 · Kroniek", "Rusland")
                .doesNotContain("<a ", "href");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }

    @ParameterizedTest(name = "{0} px, dark: {1}")
    @CsvSource({"1440, true", "390, false"})
    void nothingKeepsAnybodyOut(int width, boolean dark) {
        browser.as(width, dark);
        for (String view : VIEWS) {
            open(view);
            assertThat(browser.barriers()).as(view).isEmpty();
            assertThat(browser.ask("document.documentElement.scrollWidth - innerWidth")
                            .asInt())
                    .as("nothing sticks out of " + view)
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void copiesAreNamedAndCanBeLeftOut() {
        String text = """
                 date 2015-11-%s Peru sluit de mijn bij Cusco

                De regering van Peru sluit dinsdag de grootste kopermijn bij Cusco. Dat maakte de minister van Mijnbouw bekend in Lima. De mijn is al
                weken stilgelegd door boeren uit de omgeving, die zeggen dat het water van hun rivier niet meer te drinken is. Volgens de regering
                van Peru blijft de mijn dicht tot het water is onderzocht. De eigenaar, een bedrijf uit Zwitserland, noemt het besluit voorbarig en
                stapt naar de rechter. In het gebied werken ruim tweeduizend mensen in de mijn of bij bedrijven die er van leven.
                """;
        program.file("mijn-een.txt", text.formatted("03"))
                .file("mijn-twee.txt", text.formatted("04"))
                .settle();

        open("?actor=PER&month=2015-11");
        browser.until("document.querySelectorAll('.evidence .tag.copy').length === 1");
        assertThat(browser.texts(".segments a")).contains("Met kopieën", "Zonder kopieën");
        assertThat(browser.text("[aria-labelledby=timeline-title] .note")).contains("Een kopie is");
        browser.click("[data-key='copies-without']").until("location.search.includes('copies=without')");
        browser.awaitThere("[data-key='time-2015-11'][aria-label*='1 artikel']");
        browser.click("[data-key='table-timeline']").awaitThere(".foot table tbody th");
        assertThat(browser.texts(".foot table thead th")).contains("Artikelen, zonder kopieën");

        open("?article=mijn-twee.txt");
        assertThat(browser.text(".heading .lead")).contains("Kopie van: Peru sluit de mijn bij Cusco", "Een kopie is");
        browser.click(".heading .lead a").until("location.search.includes('mijn-een.txt')");

        open("?month=2015-11&open=ranking");
        assertThat(browser.texts("[aria-labelledby=ranking-title] thead th")).contains("In kopieën");
        assertThat(browser.ask("document.querySelector('" + RANKING + "').getAttribute('aria-label')")
                        .asText())
                .contains("in kopieën");
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        open("?article=geen");
        assertThat(browser.text("h1")).isEqualTo("Dit is er niet (meer).");
        browser.click(".button").awaitText("h1", "November 2018");
        assertThat(browser.text("#status")).contains("Alles is geteld");
    }
}
