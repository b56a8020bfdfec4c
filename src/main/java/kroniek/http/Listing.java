package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.http.Parameters.Format;
import kroniek.query.Page;
import org.jspecify.annotations.Nullable;

/**
 * A list in the form that the reader asks for: JSON, or CSV with {@code format=csv} or an Accept header that names it first. In JSON it stands
 * in {@code items}, beside what the answer says of itself; {@code next} is what the next page is asked for with as {@code after}, and null on the last one.
 * The Link header has the address of the next page in either form.
 *
 * @param columns the columns
 */
record Listing<T>(List<Column<T>> columns) {

    static final String STALE_HEADER = "Kroniek-Stale";

    /** Copies the list. */
    Listing {
        columns = List.copyOf(columns);
    }

    void answer(Context ctx, Page<T> page, boolean stale) {
        answer(ctx, Map.of(), page, stale);
    }

    /** @param about what the answer says of itself besides */
    void answer(Context ctx, Map<String, @Nullable Object> about, Page<T> page, boolean stale) {
        String next = Parameters.next(page.next());
        if (next != null) {
            ctx.header(Header.LINK, "<%s>; rel=\"next\"".formatted(Parameter.with(ctx, Parameters.AFTER, next)));
        }
        ctx.header(Header.VARY, "Accept, Accept-Encoding");
        markStale(ctx, stale);
        if (csv(ctx)) {
            Tagged.answer(ctx, Csv.CONTENT_TYPE, Csv.bytes(columns, page.items()));
            return;
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("stale", stale);
        answer.putAll(about);
        answer.put("next", next);
        answer.put("items", page.items().stream().map(this::item).toList());
        Json.answer(ctx, answer);
    }

    /** Marks an answer that came from a standby. */
    static void markStale(Context ctx, boolean stale) {
        if (stale) {
            ctx.header(STALE_HEADER, "true");
        }
    }

    /** One item as JSON. */
    Map<String, @Nullable Object> item(T item) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        columns.forEach(column -> json.put(column.name(), column.json().apply(item)));
        return json;
    }

    private static boolean csv(Context ctx) {
        return Parameters.FORMAT.in(ctx).map(format -> format == Format.csv).orElseGet(() -> String.valueOf(
                        ctx.header(Header.ACCEPT))
                .startsWith("text/csv"));
    }

    /** The parameters of every list, and its own. */
    static List<Parameter<?>> parameters(Parameter<?>... own) {
        List<Parameter<?>> known = new ArrayList<>(List.of(own));
        known.addAll(List.of(Parameters.FORMAT, Parameters.STALE, Parameters.MIN_POSITION));
        return known;
    }

    /** The parameters of a list that comes in pages. */
    static List<Parameter<?>> paged(Parameter<?>... own) {
        List<Parameter<?>> known = new ArrayList<>(List.of(own));
        known.addAll(List.of(
                Parameters.LIMIT, Parameters.AFTER, Parameters.FORMAT, Parameters.STALE, Parameters.MIN_POSITION));
        return known;
    }
}
