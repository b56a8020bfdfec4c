package kroniek.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Explanations;
import kroniek.domain.Reading;
import kroniek.domain.Rejection;
import kroniek.language.Language;
import kroniek.topic.AnnotatedArticleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kroniek annotate}: what the program finds in articles, without Kafka. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the dates and actors found in articles, by the same rules as the running program, without Kafka.",
            "Reads .txt, .jsonl and .gz of both; a folder with its subfolders; any other file that is named is read as text.",
            "Exit 0: every path was read, rejections included; 1: a path could not be read; 2: wrong usage."
        })
final class AnnotateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final LanguageOptions options = new LanguageOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "text: the article with dates and actors marked; json: one line an article (default: text)")
    private OutputFormat format = OutputFormat.text;

    @Option(
            names = "--explain",
            description = "say of every date and actor by which rule and on what evidence it was found")
    private boolean explain;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "articles, or folders of them")
    private List<Path> paths = List.of();

    AnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Language language = options.settings().language();
        // Only the script knows whether standard output is a terminal: Java 22 and newer always have a console.
        boolean colour = Boolean.getBoolean("kroniek.colour");
        BiConsumer<String, Reading> show =
                (file, reading) -> console.out().println(shown(language, file, reading, colour));
        boolean allRead = true;
        for (Path path : paths) {
            allRead &= new InputPath(path).read(show, console);
        }
        return allRead ? 0 : 1;
    }

    private String shown(Language language, String file, Reading reading, boolean colour) {
        if (reading instanceof Article article) {
            AnnotatedArticle annotated = language.annotate(article);
            Explanations explanations = explain ? language.explain(annotated) : null;
            if (format == OutputFormat.json) {
                return AnnotatedArticleJson.line(annotated, file, explanations);
            }
            return explanations == null
                    ? AnnotatedText.of(annotated, colour)
                    : AnnotatedText.of(annotated, explanations, colour);
        }
        Rejection rejection = (Rejection) reading;
        return format == OutputFormat.json
                ? AnnotatedArticleJson.line(rejection, file)
                : AnnotatedText.of(rejection, colour);
    }
}
