package kroniek.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kroniek.evaluate.Evaluation;
import kroniek.evaluate.EvaluationJson;
import kroniek.evaluate.EvaluationText;
import kroniek.evaluate.GoldException;
import kroniek.evaluate.GoldFiles;
import kroniek.evaluate.GoldText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kroniek evaluate}: how well dates and actors are found in texts that somebody marked by hand. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Scores the dates and actors found against gold: texts in which somebody marked them by hand.",
            "Gold is .jsonl: one text a line, with its expressions, its mentions, or both.",
            "Exit 0: scored, whatever the score; 1: gold could not be read; 2: wrong usage."
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final LanguageOptions language = new LanguageOptions();

    @Option(
            names = "--gold",
            required = true,
            paramLabel = "DIR",
            description = "a folder with gold, read with its subfolders; may be given several times")
    private List<Path> gold = List.of();

    @Option(
            names = "--articles",
            paramLabel = "DIR",
            description = "a folder with the articles that gold only names; else they stand beside the gold file")
    private List<Path> articles = List.of();

    @Option(names = "--misses", description = "show every miss with its context and cause")
    private boolean misses;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "text: tables; json: one object with all figures (default: text)")
    private OutputFormat format = OutputFormat.text;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Evaluation evaluation = Evaluation.of(texts(), language.settings().language()::annotate);
        if (format == OutputFormat.json) {
            console.out().println(EvaluationJson.of(evaluation, misses));
        } else {
            console.out().print(EvaluationText.of(evaluation, misses));
        }
        return 0;
    }

    private List<GoldText> texts() {
        try {
            return GoldFiles.read(gold, articles);
        } catch (GoldException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
