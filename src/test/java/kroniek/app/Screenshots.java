package kroniek.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of the README from a running program. docs/decisions tells how it is called. */
final class Screenshots {

    private Screenshots() {}

    /**
     * Opens what is to be seen, and writes it down.
     *
     * @param arguments the address of the page, and the folder for the pictures
     */
    public static void main(String[] arguments) throws Exception {
        String page = arguments[0];
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Path scratch = Files.createTempDirectory("kroniek-screenshots");
        try (Browser browser = new Browser(scratch)) {
            browser.as(1280, 1500, false).open(page + "?month=2018-03").screenshot(folder.resolve("overview.png"));
            browser.as(1280, 760, false)
                    .open(page + "?article=2018-03-09-kim-trump.txt&at=509")
                    .screenshot(folder.resolve("article.png"));
        }
    }
}
