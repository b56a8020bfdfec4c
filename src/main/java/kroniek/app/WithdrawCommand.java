package kroniek.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kroniek.inbox.Inbox;
import kroniek.inbox.Withdrawal;
import kroniek.inbox.Withdrawal.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kroniek withdraw}: takes articles back. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Takes articles back: they count for nobody any more, and their texts go from every topic"
                    + " (docs/reliability.md says when).",
            "Works on a running program, on the data directory of a stopped one, and on a cluster.",
            "Exit 0: all are withdrawn; 1: the raw topic has no article of some id."
        })
final class WithdrawCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "article ids: the path below the watched folder, or the id of a JSON line; also the key of a"
                    + " rejection, misplaced:…, reserved:… or bad-key:…")
    private List<String> ids = List.of();

    WithdrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = cluster.settings(Map.of());
        try (Cluster kafka = Cluster.forLooking(settings);
                Inbox inbox = kafka.inbox(settings.topics())) {
            List<Withdrawal> withdrawals = inbox.withdraw(ids);
            withdrawals.forEach(
                    withdrawal -> console.out().println(AnnotatedText.onOneLine(said(withdrawal, kafka.endsWithUs()))));
            return withdrawals.stream().anyMatch(withdrawal -> withdrawal.outcome() == Outcome.NOT_IN_RAW) ? 1 : 0;
        }
    }

    private static String said(Withdrawal withdrawal, boolean stopped) {
        return switch (withdrawal.outcome()) {
            case NOT_IN_RAW ->
                "not withdrawn: %s: the raw topic has no article of this id%s"
                        .formatted(
                                withdrawal.id(),
                                withdrawal.id().startsWith("file:")
                                        ? "; the rejection of a file goes with the file"
                                        : "");
            case WITHDRAWN_BEFORE -> "withdrawn before: " + withdrawal.id();
            case WITHDRAWN ->
                "withdrawn: %s%s%s"
                        .formatted(
                                withdrawal.id(),
                                stopped ? "; the next ./kroniek run takes its counts back" : "",
                                withdrawal.file() == null
                                        ? ""
                                        : "; it comes back if its file %s changes: delete that too"
                                                .formatted(withdrawal.file()));
        };
    }
}
