package kroniek.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** An evaluation as one JSON object for programs; shares between 0 and 1, null where there is nothing to divide by. */
public final class EvaluationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EvaluationJson() {}

    /**
     * Renders all figures: {@code dates} and {@code actors}, each only where texts are marked for it.
     *
     * @param misses whether to add every miss
     * @return one line, without a line feed
     */
    public static String of(Evaluation evaluation, boolean misses) {
        ObjectNode object = JSON.objectNode();
        if (evaluation.dates().texts() > 0) {
            ObjectNode dates = object.putObject("dates");
            dates(dates, evaluation.dates());
            misses(dates, misses, evaluation.dates().misses());
        }
        if (evaluation.actors().texts() > 0) {
            ObjectNode actors = object.putObject("actors");
            actors(actors, evaluation.actors());
            misses(actors, misses, evaluation.actors().misses());
        }
        return object.toString();
    }

    private static void dates(ObjectNode object, DateEvaluation dates) {
        object.put("texts", dates.texts());
        breakdown(object, dates.figures(), EvaluationJson::figures);
        object.putObject("lookAlikes")
                .put("texts", dates.lookAlikes().texts())
                .put("misled", dates.lookAlikes().misled())
                .put("falsePositives", dates.lookAlikes().falsePositives());
        object.set("causes", causes(Cause.count(dates.misses())));
    }

    private static void actors(ObjectNode object, ActorEvaluation actors) {
        object.put("texts", actors.texts());
        breakdown(object.putObject("counted"), actors.counted(), EvaluationJson::figures);
        breakdown(object.putObject("all"), actors.all(), EvaluationJson::figures);
        object.set("countryRecall", share(actors.countries().recall()));
        ObjectNode clusters = object.putObject("bCubed");
        clusters.set("precision", share(actors.clusters().precision()));
        clusters.set("recall", share(actors.clusters().recall()));
        clusters.set("f1", share(actors.clusters().f1()));
        object.set("countError", error(actors.counts()));
        object.set("countErrorMapped", error(actors.countsMapped()));
        object.set("countedCauses", causes(actors.countedCauses()));
        object.set("causes", causes(Cause.count(actors.misses())));
    }

    private static <T extends Figures<T>> void breakdown(
            ObjectNode object, Breakdown<T> figures, Function<T, ObjectNode> node) {
        object.set("overall", node.apply(figures.overall()));
        ObjectNode types = object.putObject("byType");
        figures.byType().forEach((type, part) -> types.set(type.toLowerCase(Locale.ROOT), node.apply(part)));
        ObjectNode themes = object.putObject("byTheme");
        figures.byTheme().forEach((theme, part) -> themes.set(theme, node.apply(part)));
    }

    private static ObjectNode figures(DateFigures figures) {
        ObjectNode object = JSON.objectNode();
        object.set("overlap", score(figures.overlap()));
        object.set("exact", score(figures.extent()));
        object.set("value", score(figures.value()));
        object.set("type", accuracy(figures.type()));
        object.set("mod", accuracy(figures.mod()));
        return object;
    }

    private static ObjectNode figures(MentionFigures figures) {
        ObjectNode object = JSON.objectNode();
        object.set("overlap", score(figures.overlap()));
        object.set("exact", score(figures.exact()));
        object.set("typed", score(figures.typed()));
        object.set("endToEnd", score(figures.endToEnd()));
        object.set("endToEndMapped", score(figures.endToEndMapped()));
        object.set("link", accuracy(figures.link()));
        object.set("linkMapped", accuracy(figures.linkMapped()));
        return object;
    }

    private static ObjectNode score(Score score) {
        ObjectNode object = JSON.objectNode()
                .put("right", score.right())
                .put("gold", score.gold())
                .put("found", score.found());
        object.set("precision", share(score.precision()));
        object.set("recall", share(score.recall()));
        object.set("f1", share(score.f1()));
        return object;
    }

    private static ObjectNode accuracy(Share share) {
        ObjectNode object = JSON.objectNode().put("right", share.right()).put("of", share.of());
        object.set("accuracy", share(share.accuracy()));
        return object;
    }

    private static ObjectNode error(CountError error) {
        ObjectNode object = JSON.objectNode().put("off", error.off()).put("gold", error.gold());
        object.set("error", share(error.error()));
        return object;
    }

    private static JsonNode share(double share) {
        return Double.isNaN(share) ? JSON.nullNode() : JSON.numberNode(share);
    }

    private static ObjectNode causes(Map<Cause, Integer> causes) {
        ObjectNode object = JSON.objectNode();
        for (Cause cause : Cause.values()) {
            object.put(cause.words(), causes.getOrDefault(cause, 0));
        }
        return object;
    }

    private static void misses(ObjectNode object, boolean wanted, List<Miss> misses) {
        if (!wanted) {
            return;
        }
        ArrayNode array = object.putArray("misses");
        for (Miss miss : misses) {
            array.addObject()
                    .put("theme", miss.theme())
                    .put("file", miss.file())
                    .put("cause", miss.cause().words())
                    .put("start", miss.span().start())
                    .put("end", miss.span().end())
                    .put("context", miss.context())
                    .put("gold", miss.gold())
                    .put("found", miss.found());
        }
    }
}
