package kroniek.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.PartialDate;
import kroniek.query.feed.Change;
import kroniek.query.feed.Change.Mentioned;
import kroniek.query.feed.Change.OfActorMonth;
import kroniek.query.feed.Change.OfArticle;
import kroniek.query.feed.Change.Told;
import kroniek.query.feed.Form;
import kroniek.topic.Before;
import org.jspecify.annotations.Nullable;

/** The feed as server-sent events. */
final class Frames implements Form {

    static final String ARTICLE = "article";
    static final String ACTOR_MONTH = "actor-month";

    /** What a reader that was too slow is told last. It has no id, so that the reader comes back behind what it got. */
    static final byte[] SLOW = frame(
            "slow",
            Map.of("detail", "You read more slowly than news arrives. Come back with the last id that you got."),
            null);

    @Override
    public byte[] change(Change change, String position) {
        return change instanceof OfArticle article
                ? frame(ARTICLE, data(article), position)
                : frame(ACTOR_MONTH, data((OfActorMonth) change), position);
    }

    /** A comment, which keeps the line open, and an id without an event, which readers remember and do not see. */
    @Override
    public byte[] nothing(String position) {
        return (":\nid: " + position + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] frame(String event, Object data, @Nullable String id) {
        // JSON has no line ends.
        String json = new String(Json.bytes(data), StandardCharsets.UTF_8);
        String last = id == null ? "" : "id: " + id + "\n";
        return ("event: " + event + "\ndata: " + json + "\n" + last + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> data(OfArticle change) {
        Told now = change.now();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", change.id());
        data.put(
                "month",
                now == null
                        ? month(change.before())
                        : PartialDate.of(now.published().month()).toString());
        data.put("title", now == null ? null : now.title());
        data.put("change", change.kind().code());
        data.put("date", now == null ? null : now.published().toString());
        data.put("duplicateOf", now == null ? null : now.duplicateOf());
        data.put(
                "actors",
                now == null
                        ? List.of()
                        : now.actors().stream().map(Frames::actor).toList());
        return data;
    }

    private static @Nullable String month(@Nullable Before before) {
        return before == null || before.month().isEmpty() ? null : before.month();
    }

    private static Map<String, @Nullable Object> actor(Mentioned actor) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", actor.id());
        data.put("name", actor.name());
        data.put("type", actor.type().name());
        data.put("mentions", actor.mentions());
        return data;
    }

    private static Map<String, @Nullable Object> data(OfActorMonth change) {
        if (change.now() != null) {
            return Items.ACTOR_MONTHS.item(change.now());
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("actor", change.key().actor());
        data.put("month", PartialDate.of(change.key().month()).toString());
        data.put("deleted", true);
        return data;
    }
}
