package kroniek.app;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kroniek.language.Language;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program {@code kroniek} and its commands. */
@Command(
        name = "kroniek",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Who is in the Dutch news, how often, since when, and on what evidence.",
        subcommands = {
            RunCommand.class,
            AnnotateCommand.class,
            EvaluateCommand.class,
            StatusCommand.class,
            VerifyCommand.class,
            RedriveCommand.class,
            ReannotateCommand.class,
            WithdrawCommand.class,
            TopicsCommand.class,
            TopologyCommand.class
        },
        footer = {"", "Every command explains itself: kroniek COMMAND --help"})
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage; some commands say more. */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /** Runs a command; what it prints goes to the console given. */
    static int run(Console console, String... args) {
        return run(line(console), console, args);
    }

    static int run(CommandLine line, Console console, String... args) {
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> {
            console.say("kroniek: " + wrong.getMessage() + " (see kroniek --help)");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (!(failure instanceof UserError) && !(failure instanceof KafkaException)) {
                throw failure;
            }
            console.say("kroniek: " + oneLine(failure));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        if (args.length == 0) {
            line.usage(console.err());
            return CommandLine.ExitCode.USAGE;
        }
        try {
            return line.execute(args);
        } catch (OutOfMemoryError full) {
            console.say("kroniek: out of memory; give it more with KRONIEK_JAVA_OPTS=-Xmx4g");
            @Nullable CommandLine command = line.getSubcommands().get(args[0]);
            return (command == null ? line : command).getCommandSpec().exitCodeOnExecutionException();
        }
    }

    /** The command line with all commands. */
    static CommandLine line(Console console) {
        return new CommandLine(new Main(), new Factory(console));
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.toString()
                : message.lines().map(String::strip).collect(joining(" "));
    }

    /** Gives the commands their console. */
    private record Factory(Console console) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Console.class).newInstance(console);
            } catch (NoSuchMethodException notOurs) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    /** The version of the jar, and that of the language with the user's own actors in their usual place. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"kroniek " + (version == null ? "(not packaged)" : version), language()};
        }

        private static String language() {
            OwnActors own = Settings.of(null, System.getenv(), Map.of()).actors();
            try {
                return "language " + Language.version(own.files());
            } catch (UserError unreadable) {
                return "language %s without your own actors: %s"
                        .formatted(Language.version(List.of()), unreadable.getMessage());
            }
        }
    }
}
