package kroniek.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands that the documents show: those of fenced blocks of the language {@code sh}, and those that stand as code in the text. One that no test runs
 * is marked, with the reason: by {@code <!-- not run by a test: … -->} right above its block, or by such a comment that quotes it.
 */
final class DocumentedCommands {

    private static final Pattern BLOCK = Pattern.compile(
            "^(<!-- not run by a test\\b[^>]*-->\\n)?```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern MARK = Pattern.compile("<!-- not run by a test\\b(.*?)-->", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("(\\./kroniek|docker/by-hand|mvn|docker|curl|kcat) .*");

    private DocumentedCommands() {}

    /**
     * A command.
     *
     * @param text as it stands in the document, without a comment behind it
     * @param document where it stands
     * @param marked whether the document says that no test runs it
     */
    record Command(String text, Path document, boolean marked) {}

    /** The documents that tell a user or a developer what to type. */
    static List<Path> documents() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "ARCHITECTURE.md", "docker/README.md")
                                    .map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every command of the documents, as often as it stands there. */
    static List<Command> all() {
        return documents().stream().flatMap(DocumentedCommands::in).toList();
    }

    /** The languages of the fenced blocks of a document; empty for one that says none. */
    static List<String> languages(Path document) {
        return BLOCK.matcher(read(document))
                .results()
                .map(block -> block.group(2))
                .toList();
    }

    private static Stream<Command> in(Path document) {
        String text = read(document);
        List<Command> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(2).equals("sh")) {
                boolean marked = block.group(1) != null;
                lines(block.group(3)).forEach(line -> commands.add(new Command(line, document, marked)));
            }
        }
        String prose = BLOCK.matcher(text).replaceAll("");
        List<String> notRun = MARK.matcher(prose)
                .results()
                .flatMap(mark -> codes(mark.group(1)))
                .toList();
        codes(COMMENT.matcher(prose).replaceAll(""))
                .filter(code -> COMMAND.matcher(code).matches())
                .forEach(code -> commands.add(new Command(code, document, notRun.contains(code))));
        return commands.stream();
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map((MatchResult code) -> code.group(1));
    }

    /** The commands of a block: a line that ends with a backslash or a bar, or within quotes, goes on. */
    private static List<String> lines(String block) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        for (String line : block.lines().toList()) {
            command.append(command.isEmpty() ? "" : "\n").append(line.replaceFirst("\\s{2,}# .*", ""));
            boolean open = command.chars().filter(c -> c == '\'').count() % 2 == 1;
            if (!open && !line.endsWith("\\") && !line.endsWith("|") && !line.isBlank()) {
                commands.add(command.toString());
                command.setLength(0);
            }
        }
        return commands;
    }

    static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
