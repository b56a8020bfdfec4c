package kroniek.app;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A reader at the page: Debian's Chromium without a window, driven by the driver beside it. Nothing is downloaded. */
final class Browser implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;

    /** @param scratch an empty folder for its profile and its downloads */
    Browser(Path scratch) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(found("chromium").orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--hide-scrollbars",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + scratch.resolve("profile"));
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        scratch.resolve("downloads").toString()));
        LoggingPreferences log = new LoggingPreferences();
        log.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", log);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(found("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Whether this machine has a browser and its driver. */
    static boolean isThere() {
        return found("chromium").isPresent() && found("chromedriver").isPresent();
    }

    private static Optional<Path> found(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    // What it looks like

    /** Sets the room of the page, in CSS pixels, and whether its reader prefers it dark. */
    Browser as(int width, boolean dark) {
        return as(width, 900, dark);
    }

    Browser as(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Map<String, Object> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
        return this;
    }

    // What a reader does

    /** Opens an address, and waits until the page has its answer. */
    Browser open(String address) {
        driver.get(address);
        return settled();
    }

    /** Waits until the page shows what its address names. */
    Browser settled() {
        until("document.querySelector('main h1') !== null && !document.querySelector('.busy')");
        return this;
    }

    /** Clicks at the first element that has it. */
    Browser click(String css) {
        awaitThere(css);
        WebElement element = driver.findElement(By.cssSelector(css));
        run("arguments[0].scrollIntoView({ block: 'center' })", element);
        element.click();
        return this;
    }

    /** Types into whatever has the focus. */
    Browser type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    Browser focus(String css) {
        awaitThere(css);
        run("document.querySelector(arguments[0]).focus()", css);
        return this;
    }

    /** Chooses from a list. */
    Browser choose(String css, String value) {
        awaitThere(css);
        run(
                "const list = document.querySelector(arguments[0]); list.value = arguments[1];"
                        + " list.dispatchEvent(new Event('change', { bubbles: true }));",
                css,
                value);
        return this;
    }

    Browser tab() {
        return type(Keys.TAB);
    }

    Browser back() {
        driver.navigate().back();
        return this;
    }

    // What a reader sees

    /** The text of the first element that has it, as it is shown. */
    String text(String css) {
        return run("const e = document.querySelector(arguments[0]); return e?.innerText ?? e?.textContent ?? ''", css)
                .toString();
    }

    /** The texts of all elements. */
    List<String> texts(String css) {
        return ask("[...document.querySelectorAll('" + css + "')].map(e => e.textContent.trim())")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    String focused() {
        return run("return document.activeElement.outerHTML.slice(0, 200)").toString();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    /** The answer of an expression. */
    JsonNode ask(String expression) {
        try {
            return JSON.readTree(
                    run("return JSON.stringify((" + expression + ") ?? null)").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(((JavascriptExecutor) driver).executeScript(script, arguments), "");
    }

    /** Waits until an expression holds. */
    void until(String expression) {
        await(expression)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(run("return Boolean(" + expression + ")")));
    }

    /** Waits until the first element that has it says so. */
    Browser awaitText(String css, String words) {
        await(css + " says " + words)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .untilAsserted(() -> Assertions.assertThat(text(css)).contains(words));
        return this;
    }

    Browser awaitThere(String css) {
        until("document.querySelector(\"" + css.replace("\"", "\\\"") + "\") !== null");
        return this;
    }

    /** What the browser complained about since it was last asked: errors of scripts, and what the page's policy forbade. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** What axe finds on the page as it stands: the rule and where it is broken, one line each. */
    List<String> barriers() {
        if (!ask("'axe' in window").asBoolean()) {
            run(axe());
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(
                    (result) => done(result.violations.flatMap((v) => v.nodes.map(
                        (n) => `${v.id}: ${n.html.slice(0, 160)} ${n.any.map((a) => a.message)}`))),
                    (failure) => done([String(failure)]));
                """);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(AXE), AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the window shows into a PNG file. */
    void screenshot(Path file) {
        try {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a download that is whole; its content. */
    static String awaitDownload(Path scratch, String ending) {
        Path folder = scratch.resolve("downloads");
        Path file = await("a download *" + ending)
                .atMost(PATIENCE)
                .until(() -> downloaded(folder, ending), Optional::isPresent)
                .orElseThrow();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> downloaded(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst();
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
