package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kroniek.app.Instance.Answer;

/**
 * Asks instances about articles that never change, again and again, whatever happens to them meanwhile: each answers right, or refuses and says when to
 * come back, or nobody is there.
 */
final class Asker implements AutoCloseable {

    private static final int PAUSE_MS = 200;

    /** Of actors and of a year that {@link Load} does not write about otherwise. */
    private static final Map<String, ObjectNode> ARTICLES = new TreeMap<>(Map.of(
            "voorgoed-1", article("2017-04", "Noorwegen en Zweden praten. Dat zei Noorwegen."),
            "voorgoed-2", article("2017-05", "Noorwegen praat met Finland. IJsland zwijgt."),
            "voorgoed-3", article("2017-05", "Zweden praat in april met Noorwegen over Estland."),
            "voorgoed-4", article("2017-05", "Finland, Letland en Litouwen praten met Japan.")));

    private static final List<String> QUESTIONS = Stream.of(
                    "actors?q=noorw",
                    "actors/NOR",
                    "actors/NOR/months",
                    "actors/NOR/mentions?month=2017-05",
                    "actors/NOR/related?sort=association&month=2017-05",
                    "actors/NOR/clock",
                    "actors/JPN/months?to=2017-12",
                    "actor-months?month=2017-05",
                    "actor-months?month=2017-05&type=COUNTRY&sort=change",
                    "articles?month=2017-05",
                    "articles?month=2017-05&actor=FIN",
                    "article?id=voorgoed-1",
                    "rejections")
            .map(question -> "api/v1/" + question)
            .toList();

    private final List<Instance> instances;
    private final Map<String, String> expected = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private static ObjectNode article(String month, String text) {
        return JsonNodeFactory.instance.objectNode().put("date", month).put("text", text);
    }

    Asker(List<Instance> instances) {
        this.instances = instances;
    }

    /** Writes what is asked about. */
    static void write(Load load) throws IOException {
        load.writeForGood(ARTICLES);
    }

    /** Begins to ask, once all is counted: then every instance must answer, and as the first does. */
    void begin(Scene scene) {
        for (String question : QUESTIONS) {
            scene.awaitOrTell(question, () -> instances
                    .get(0)
                    .answer(question)
                    .filter(answer -> answer.status() == 200)
                    .map(answer -> expected.put(question, answer.body()) == null)
                    .orElse(false));
        }
        assertThat(expected.get("api/v1/actors/NOR")).contains("\"mentions\":4,\"articles\":3");
        awaitAnswersOfAll(scene);
        Thread thread = new Thread(this::askOn, "asker");
        thread.setDaemon(true);
        thread.start();
    }

    private void askOn() {
        try {
            while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                instances.forEach(instance -> QUESTIONS.forEach(question -> isRight(instance, question)));
            }
        } catch (InterruptedException | RuntimeException | Error failed) {
            wrong.add("nobody asks any more: " + failed);
        }
    }

    /** Waits until every instance answers every question. */
    void awaitAnswersOfAll(Scene scene) {
        for (Instance instance : instances) {
            for (String question : QUESTIONS) {
                scene.awaitOrTell(instance + " answers " + question, () -> isRight(instance, question));
            }
        }
        assertNoneWrong();
    }

    private boolean isRight(Instance instance, String question) {
        Optional<Answer> given = instance.answer(question);
        if (given.isEmpty()) {
            return false;
        }
        Answer answer = given.get();
        boolean same = answer.status() == 200 && answer.body().equals(expected.get(question));
        if (same) {
            right.incrementAndGet();
        } else if (answer.status() == 503 && answer.comeBack()) {
            refused.incrementAndGet();
        } else {
            wrong.add("%s, %s: %s".formatted(instance, question, answer));
        }
        return same;
    }

    void assertNoneWrong() {
        assertThat(wrong).as("answers that are not those to %s", expected).isEmpty();
    }

    @Override
    public String toString() {
        return "asked all the while: %d right answers, %d refusals, %d wrong%n"
                .formatted(right.get(), refused.get(), wrong.size());
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
