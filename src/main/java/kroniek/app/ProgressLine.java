package kroniek.app;

import kroniek.connect.SourceProgress;

/** Says how far the connector is, whenever that has changed. */
final class ProgressLine {

    private final Console console;
    private String said = "";

    ProgressLine(Console console) {
        this.console = console;
    }

    void show(SourceProgress progress) {
        if (progress.scansEnded() == 0 && progress.published() == 0) {
            return;
        }
        String line = "files: %d found, %d waiting, %d unusable; articles: %d published, %d on their way"
                .formatted(
                        progress.found(),
                        progress.waiting(),
                        progress.rejected(),
                        progress.published(),
                        progress.inFlight());
        if (!line.equals(said)) {
            console.say(line);
            said = line;
        }
    }
}
