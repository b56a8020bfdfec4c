package kroniek.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kroniek.inbox.ArticleWriter;
import kroniek.inbox.NotTakenException;
import kroniek.inbox.PushedLine;
import kroniek.inbox.Written;
import org.jspecify.annotations.Nullable;

/**
 * The routes that write articles: {@code POST /api/v1/articles}, {@code PUT} and {@code DELETE /api/v1/article?id=}. {@code docs/api.md} describes them
 * to their users. Who may not write learns that before a byte of the body is read.
 */
final class WriteRoutes {

    /** So many requests may write or send their bodies at a time, so that threads are left for readers. */
    private static final int MOST_REQUESTS = 16;

    /** So many may write at a time: each may hold an article of some megabytes, and what is made of it. */
    private static final int MOST_AT_ONCE = 4;

    private static final int PATIENCE_SECONDS = 5;

    private static final String ARTICLES = ApiRoutes.ROOT + "articles";
    private static final String ARTICLE = ApiRoutes.ROOT + "article";

    private final Writing writing;
    private final Semaphore requests = new Semaphore(MOST_REQUESTS);
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

    WriteRoutes(Writing writing) {
        this.writing = writing;
    }

    void addTo(RoutesConfig routes) {
        routes.post(ARTICLES, guarded(List.of(), this::push));
        routes.put(ARTICLE, guarded(List.of(Parameters.ID), this::put));
        routes.delete(ARTICLE, guarded(List.of(Parameters.ID), this::withdraw));
    }

    /** What answers a request of somebody who may write. */
    private interface Work {
        void handle(Context ctx, InputStream body, ArticleWriter writer) throws IOException;
    }

    private Handler guarded(List<Parameter<?>> known, Work work) {
        return ctx -> {
            writing.access().require(ctx);
            Parameter.requireKnown(ctx, known);
            if (!requests.tryAcquire()) {
                throw busy(ctx);
            }
            try {
                work(ctx, work);
            } finally {
                requests.release();
            }
        };
    }

    private void work(Context ctx, Work work) throws InterruptedException {
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw busy(ctx);
        }
        try {
            InputStream body = new Arriving(ctx.bodyInputStream(), places, writing.nanos());
            work.handle(ctx, body, Objects.requireNonNull(writing.writer(), "nobody may write"));
        } catch (NotTakenException failure) {
            throw refused(ctx, failure);
        } catch (IOException gone) {
            throw new ProblemException(
                    new Problem(HttpStatus.REQUEST_TIMEOUT, "The body did not arrive (%s).".formatted(gone)));
        } finally {
            places.release();
        }
    }

    private static ProblemException busy(Context ctx) {
        return refused(ctx, HttpStatus.SERVICE_UNAVAILABLE, "BUSY", "Too many write at once; try again.", 1);
    }

    private void push(Context ctx, InputStream body, ArticleWriter writer) throws IOException {
        switch (mediaType(ctx)) {
            case "application/json" -> taken(ctx, writer.json(article(body)));
            case "application/x-ndjson", "application/jsonl" -> lines(ctx, writer.lines(body));
            default -> throw unknownType("application/json for one article, application/x-ndjson for one on each line");
        }
    }

    private void put(Context ctx, InputStream body, ArticleWriter writer) throws IOException {
        String id = Parameters.ID.required(ctx);
        switch (mediaType(ctx)) {
            case "application/json" -> taken(ctx, writer.json(id, article(body)));
            case "text/plain" -> taken(ctx, writer.text(id, article(body)));
            default ->
                throw unknownType("application/json, or text/plain for an article that begins with a header line");
        }
    }

    private void withdraw(Context ctx, InputStream nothing, ArticleWriter writer) {
        taken(ctx, writer.withdraw(Parameters.ID.required(ctx)));
    }

    /** As many bytes as an article may have, and one more where it has more, which the writer then refuses. */
    private static byte[] article(InputStream body) throws IOException {
        return body.readNBytes(ArticleWriter.MOST_BYTES + 1);
    }

    private static String mediaType(Context ctx) {
        String encoding = ctx.header(Header.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(new Problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A body is sent as it is, without a Content-Encoding."));
        }
        String[] parts = Objects.requireNonNullElse(ctx.contentType(), "")
                .toLowerCase(Locale.ROOT)
                .split(";", 2);
        boolean utf8 = parts.length == 1 || parts[1].replaceAll("[\\s\"]", "").matches("(charset=utf-8)?");
        return utf8 ? parts[0].strip() : "in another charset than UTF-8";
    }

    private static ProblemException unknownType(String known) {
        return new ProblemException(new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be %s, in UTF-8.".formatted(known)));
    }

    private static void taken(Context ctx, Written written) {
        ctx.status(HttpStatus.ACCEPTED);
        Json.answer(ctx, item(written));
    }

    private static void lines(Context ctx, List<PushedLine> lines) {
        boolean all = lines.stream().allMatch(line -> line.failure() == null);
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        lines.forEach(line -> items.add(item(line)));
        lines.stream()
                .map(PushedLine::failure)
                .filter(Objects::nonNull)
                .mapToInt(NotTakenException::retryAfterSeconds)
                .filter(seconds -> seconds > 0)
                .max()
                .ifPresent(seconds -> ctx.header(Header.RETRY_AFTER, Integer.toString(seconds)));
        ctx.status(all ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS);
        Json.answer(ctx, Map.of("items", items));
    }

    private static Map<String, @Nullable Object> item(PushedLine line) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("line", line.number());
        if (line.written() != null) {
            item.put("status", HttpStatus.ACCEPTED.getCode());
            item.putAll(item(line.written()));
        }
        if (line.failure() != null) {
            item.put("status", status(line.failure()).getCode());
            item.put("reason", line.failure().reason());
            item.put("detail", line.failure().getMessage());
        }
        return item;
    }

    private static Map<String, @Nullable Object> item(Written written) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", written.id());
        item.put("position", written.position());
        return item;
    }

    private static ProblemException refused(Context ctx, NotTakenException failure) {
        String detail = "The article is not taken: %s.".formatted(failure.getMessage());
        return refused(ctx, status(failure), failure.reason(), detail, failure.retryAfterSeconds());
    }

    private static ProblemException refused(
            Context ctx, HttpStatus status, String reason, String detail, int retryAfterSeconds) {
        if (retryAfterSeconds > 0) {
            ctx.header(Header.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        }
        return new ProblemException(new Problem(status, detail, Map.of("reason", reason)));
    }

    private static HttpStatus status(NotTakenException failure) {
        return switch (failure.kind()) {
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNACKNOWLEDGED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
