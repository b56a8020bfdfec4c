package kroniek.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kroniek.topic.AsyncApi;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicAdmin.Drift;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kroniek topics}: lists, creates or checks the topics. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = {
            "list: the topics as declared in topics/*.yaml, and whether the cluster has them.",
            "create: creates those that are missing.",
            "check: every difference between the cluster and the declaration; exit 1 if there is one.",
            "asyncapi: the topics as AsyncAPI 3.0, without looking at any cluster."
        })
final class TopicsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Parameters(arity = "0..1", paramLabel = "list|create|check|asyncapi", description = "what to do (default: list)")
    private Action action = Action.list;

    TopicsCommand(Console console) {
        this.console = console;
    }

    /** What to do; the names are what the user types. */
    enum Action {
        list,
        create,
        check,
        asyncapi
    }

    @Override
    public Integer call() {
        Settings settings = cluster.settings(Map.of());
        Topics topics = settings.topics();
        if (action == Action.asyncapi) {
            console.out().print(AsyncApi.of(topics));
            return 0;
        }
        try (Cluster kafka = Cluster.forLooking(settings);
                Admin admin = kafka.admin()) {
            TopicAdmin topicAdmin = new TopicAdmin(admin, topics);
            return switch (action) {
                case create -> create(topicAdmin);
                case check -> check(topicAdmin);
                default -> list(topics, topicAdmin);
            };
        }
    }

    private int list(Topics topics, TopicAdmin admin) {
        console.out().printf(Locale.ROOT, "%-32s %-10s %-8s %-12s%n", "topic", "partitions", "cleanup", "partitioner");
        for (Topic<?> topic : topics.all()) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%-32s %-10s %-8s %-12s%n",
                            topic.name(),
                            admin.partitions(topic.name()).map(String::valueOf).orElse("missing"),
                            topic.declaration().config().get("cleanup.policy"),
                            topic.declaration().partitioner().name().toLowerCase(Locale.ROOT));
        }
        return 0;
    }

    private int create(TopicAdmin admin) {
        List<String> created = admin.create();
        created.forEach(name -> console.out().println("created " + name));
        if (created.isEmpty()) {
            console.out().println("all topics are there");
        }
        return 0;
    }

    private int check(TopicAdmin admin) {
        List<Drift> drifts = admin.check();
        drifts.forEach(drift -> console.out().println(drift));
        if (drifts.isEmpty()) {
            console.out().println("the topics are as declared");
        }
        return drifts.isEmpty() ? 0 : 1;
    }
}
