package kroniek.connect;

import java.nio.file.Path;
import java.util.List;

/** A program that reads a folder once as the connector does and prints what became of what lies in it; for a heap of its own size. */
final class BadInputMain {

    private BadInputMain() {}

    /** Reads the folder that the argument names. */
    public static void main(String[] args) throws Exception {
        try (TaskHarness harness = new TaskHarness(Path.of(args[0])).start()) {
            List<TaskHarness.Sent> sent = harness.pass();
            long good =
                    sent.stream().filter(one -> one.key().endsWith("goed.txt")).count();
            System.out.println("good articles: " + good);
            System.out.println("others: " + BadInput.results(sent).size());
        }
    }
}
