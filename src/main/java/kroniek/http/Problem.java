package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong with a request, as RFC 9457 writes it. The type is {@code about:blank}, hence absent, so the title is that of the
 * status; the detail says what, where and what to do.
 *
 * @param status the HTTP status
 * @param detail one or two sentences for people
 * @param members more, for programs: {@code parameter} and {@code allowed}, or {@code reason}
 */
record Problem(HttpStatus status, String detail, Map<String, String> members) {

    static final String CONTENT_TYPE = "application/problem+json; charset=utf-8";

    Problem(HttpStatus status, String detail) {
        this(status, detail, Map.of());
    }

    void answer(Context ctx) {
        ctx.status(status).contentType(CONTENT_TYPE).result(json());
    }

    byte[] json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", status.getMessage());
        json.put("status", status.getCode());
        json.put("detail", detail);
        json.putAll(members);
        return Json.bytes(json);
    }
}
