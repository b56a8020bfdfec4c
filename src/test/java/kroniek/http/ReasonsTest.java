package kroniek.http;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kroniek.domain.Mention;
import kroniek.evaluate.GoldFiles;
import kroniek.evaluate.GoldText;
import kroniek.language.Language;
import kroniek.language.explain.Explainer;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import org.junit.jupiter.api.Test;

/** The page tells in Dutch what the program tells in English of a mark: nothing that the program may say is missing, and nothing differs. */
class ReasonsTest {

    private static final String SCRIPT = script();
    private static final Set<String> REASONS = found(
                    "(?m)^ +(?:\"([^\"]+)\"|'([^']+)'|([A-Za-z]+)): [\"']", block("REASONS"))
            .collect(toSet());

    private static final String EACH = "as much speaks for each: ";
    private static final Pattern QUOTED = Pattern.compile("(?<![\\p{L}\\d])'(.+?)'(?![\\p{L}\\d])");
    private static final Pattern VALUE = Pattern.compile("\\d{4}-\\d{2}|\\d+(?= times)");

    @Test
    void itTellsOfEveryRuleInEnglishWhatTheProgramTells() {
        Map<String, String> program = new HashMap<>();
        Explainer.FILES.stream()
                .flatMap(file -> DataFile.resource(file).lines().stream())
                .map(Line::fields)
                .forEach(fields -> program.put(fields.get(0), String.join("; ", fields.subList(1, fields.size()))));
        Map<String, String> page = new HashMap<>();
        Matcher rule = Pattern.compile("(?m)^  \"?([a-z-]+)\"?: \\[\"[^\"]+\", \"([^\"]+)\"\\],$")
                .matcher(block("RULES"));
        while (rule.find()) {
            page.put(rule.group(1), rule.group(2));
        }

        assertThat(program).hasSizeGreaterThan(30);
        assertThat(page).isEqualTo(program);
    }

    @Test
    void itKnowsWhatEveryClueTells() {
        Set<String> told = DataFile.resource("actors/clues.tsv").lines().stream()
                .map(Line::fields)
                .filter(fields -> fields.size() == 6)
                .map(fields -> bare(fields.get(5)))
                .collect(toCollection(TreeSet::new));

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(REASONS).containsAll(told);
    }

    @Test
    void itKnowsEveryReasonThatIsGivenInGoldAndSamples() throws Exception {
        Language language = Language.load();
        Set<String> given = GoldFiles.read(
                        List.of(
                                Path.of("src/test/resources/kroniek/gold"),
                                Path.of("src/test/resources/kroniek/samples")),
                        List.of(Path.of("samples")))
                .stream()
                .map(GoldText::article)
                .flatMap(article -> language.annotate(article).mentions().stream())
                .flatMap(ReasonsTest::reasons)
                .flatMap(ReasonsTest::parts)
                .collect(toCollection(TreeSet::new));

        assertThat(given).hasSizeGreaterThan(30);
        assertThat(REASONS).containsAll(given);
    }

    private static Stream<String> reasons(Mention mention) {
        return Stream.concat(
                Stream.ofNullable(mention.evidence()),
                mention.rejected().stream().map(Mention.Rejected::why));
    }

    /** The single reasons, as the page cuts them apart. */
    private static Stream<String> parts(String reason) {
        List<String> found = new ArrayList<>();
        for (String part : bare(reason.startsWith(EACH) ? reason.substring(EACH.length()) : reason)
                .split(", ", -1)) {
            int last = found.size() - 1;
            String whole = last < 0 ? part : found.get(last) + ", " + part;
            if (last >= 0 && REASONS.contains(whole)) {
                found.set(last, whole);
            } else {
                found.add(part);
            }
        }
        return found.stream().filter(part -> !part.isEmpty());
    }

    /** Without what it quotes, and without its values. */
    private static String bare(String reason) {
        return VALUE.matcher(QUOTED.matcher(reason).replaceAll("{}")).replaceAll("[]");
    }

    /** One of the tables of the script. */
    private static String block(String name) {
        int begin = SCRIPT.indexOf("const " + name + " = {");
        return SCRIPT.substring(begin, SCRIPT.indexOf("\n};", begin));
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> Stream.of(1, 2, 3)
                .map(match::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(HttpServer.class.getResourceAsStream("reasons.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
