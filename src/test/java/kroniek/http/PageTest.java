package kroniek.http;

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
                .containsExactlyInAnyOrder("icon.svg", "kroniek.css", "kroniek.js", "api/v1/actor-months");
        assertThat(text("kroniek.css")).doesNotContain("url(", "@import");
        assertThat(text("kroniek.js")).doesNotContain("http:", "https:", "import ");
    }

    @Test
    void showsTextAsTextOnly() {
        assertThat(text("kroniek.js"))
                .contains("textContent")
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                .doesNotContain("setAttribute(\"style\"", "DOMParser");
    }

    @Test
    void hasEveryElementThatTheScriptAsksFor() {
        Set<String> ids =
                elements.stream().map(element -> element.getAttribute("id")).collect(toSet());
        List<String> asked = Pattern.compile("\\bat\\(\"([^\"]+)\"\\)")
                .matcher(text("kroniek.js"))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(ids).containsAll(asked).contains("bar", "row");
    }

    @Test
    void isDutchAndLabelsWhatCanBeChosen() {
        assertThat(named("html").get(0).getAttribute("lang")).isEqualTo("nl");
        assertThat(named("title").get(0).getTextContent()).isEqualTo("Kroniek");
        assertThat(named("label")).anyMatch(label -> label.getAttribute("for").equals("month"));
        assertThat(named("button"))
                .allMatch(button -> !button.getTextContent().isBlank() || button.hasAttribute("aria-label"));
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
