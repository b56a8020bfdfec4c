package kroniek.http;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the files of the page promise before a browser sees them. The page is well-formed XML, so that it can be read here. */
class PageTest {

    private static final List<String> SCRIPTS = scripts();

    private final List<Element> elements = elements();

    @Test
    void hasNoInlineScriptOrStyle() {
        assertThat(elements).isNotEmpty().allSatisfy(element -> {
            assertThat(element.getTagName()).isNotEqualTo("style");
            assertThat(attributes(element)).noneMatch(name -> name.equals("style") || name.startsWith("on"));
        });
        assertThat(named("script")).isNotEmpty().allSatisfy(script -> {
            assertThat(script.getAttribute("src")).isNotEmpty();
            assertThat(script.getTextContent()).isEmpty();
        });
    }

    @Test
    void refersOnlyToItsOwnFiles() {
        Set<String> references = elements.stream()
                .flatMap(element -> List.of(element.getAttribute("src"), element.getAttribute("href")).stream())
                .filter(reference -> !reference.isEmpty())
                .collect(toSet());

        assertThat(references)
                .contains("icon.svg", "kroniek.css", "kroniek.js", "api/v1/actor-months")
                .allMatch(reference -> reference.matches("[a-z]+\\.(js|css|svg)|api/v1/[a-z-]+|\\./|[?#].*"));
        assertThat(text("kroniek.css")).doesNotContain("url(", "@import");
        assertThat(SCRIPTS).allSatisfy(script -> {
            assertThat(text(script).replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http:", "https:", "import(");
            assertThat(imports(script)).isSubsetOf(SCRIPTS);
        });
    }

    @Test
    void fetchesAllItsModulesAtOnce() {
        Set<String> preloaded = named("link").stream()
                .filter(link -> link.getAttribute("rel").equals("modulepreload"))
                .map(link -> link.getAttribute("href"))
                .collect(toSet());

        assertThat(SCRIPTS).hasSizeGreaterThan(5).contains("kroniek.js");
        preloaded.add("kroniek.js");
        assertThat(preloaded).containsExactlyInAnyOrderElementsOf(SCRIPTS);
    }

    @Test
    void isSmall() {
        assertThat(SCRIPTS.stream().mapToInt(script -> bytes(script).length).sum())
                .as("bytes of script, uncompressed")
                .isLessThan(200_000);
    }

    @Test
    void showsTextAsTextOnly() {
        assertThat(SCRIPTS).allSatisfy(script -> assertThat(text(script))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                .doesNotContain("setAttribute(\"style\"", "DOMParser", "srcdoc", "createContextualFragment"));
    }

    @Test
    void hasEveryElementThatTheScriptAsksFor() {
        Set<String> ids =
                elements.stream().map(element -> element.getAttribute("id")).collect(toSet());
        // The field for the search is made by the script itself.
        List<String> asked = found("\\bat\\(\"([^\"]+)\"\\)", text("kroniek.js"));
        assertThat(ids).isNotEmpty();
        assertThat(asked).isNotEmpty().allMatch(id -> ids.contains(id) || id.equals("search"));
    }

    @Test
    void saysEverythingInBothLanguages() {
        Set<String> dutch = words(dutch());
        Set<String> english = words(text("words.js").substring(dutch().length()));

        assertThat(dutch).hasSizeGreaterThan(100).isEqualTo(english);
    }

    @Test
    void hasNoWordThatIsNeverSaid() {
        String code = SCRIPTS.stream()
                .filter(script -> !script.equals("words.js"))
                .map(PageTest::text)
                .collect(joining("\n"));
        String inWords = text("words.js");
        String page = text("index.html");
        // Kinds, and the reasons of the API, are looked up by name.
        Pattern byName = Pattern.compile("(PERSON|COUNTRY|ORGANISATION|PLACE|DATE)s?|why_[A-Z]+");

        assertThat(words(dutch()))
                .filteredOn(word -> !byName.matcher(word).matches())
                .allMatch(word -> code.contains('"' + word + '"')
                        || page.contains("data-t=\"" + word + '"')
                        || inWords.contains("NL." + word));
    }

    @Test
    void isDutchAndLabelsWhatCanBeChosen() {
        assertThat(named("html").get(0).getAttribute("lang")).isEqualTo("nl");
        assertThat(named("title").get(0).getTextContent()).isEqualTo("Kroniek");
        assertThat(named("a")).allMatch(link -> !link.getTextContent().isBlank());
        assertThat(named("main")).hasSize(1);
    }

    private List<Element> named(String tag) {
        return elements.stream()
                .filter(element -> element.getTagName().equals(tag))
                .toList();
    }

    private static List<String> attributes(Element element) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            names.add(attribute.getNodeName());
        }
        return names;
    }

    private static List<Element> elements() {
        try (InputStream page = new ByteArrayInputStream(bytes("index.html"))) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page);
            NodeList all = document.getElementsByTagName("*");
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
            return elements;
        } catch (Exception notXml) {
            throw new AssertionError("index.html is not well-formed", notXml);
        }
    }

    /** The scripts that the server serves. */
    private static List<String> scripts() {
        return StaticFile.page().stream()
                .map(route -> route.path().substring(1))
                .filter(name -> name.endsWith(".js"))
                .toList();
    }

    private static List<String> imports(String script) {
        return found("from \"\\./([^\"]+)\"", text(script));
    }

    private static String dutch() {
        String both = text("words.js");
        return both.substring(0, both.indexOf("const EN = "));
    }

    private static Set<String> words(String language) {
        return Set.copyOf(found("(?m)^  ([A-Za-z_]+):", language));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(HttpServer.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }
}
