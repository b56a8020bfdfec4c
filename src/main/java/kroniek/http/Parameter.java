package kroniek.http;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A query parameter of a route, given at most once.
 *
 * @param <T> what it means
 * @param name its name
 * @param allowed what it may be, as the rest of the sentence "it must be …"
 * @param reader the meaning of a value, empty for one that is not allowed
 */
record Parameter<T>(String name, String allowed, Function<String, Optional<T>> reader) {

    private static final int LONGEST_QUOTE = 60;

    /**
     * What the request says, empty where it says nothing.
     *
     * @throws ProblemException for a value that is not allowed, or more than one
     */
    Optional<T> in(Context ctx) {
        List<String> values = given(ctx).getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw refused("it is given %d times".formatted(values.size()));
        }
        String value = values.get(0);
        return Optional.of(reader.apply(value).orElseThrow(() -> refused("it is " + quoted(value))));
    }

    /**
     * What the request says.
     *
     * @throws ProblemException also where it says nothing
     */
    T required(Context ctx) {
        return in(ctx).orElseThrow(() -> refused("it is missing"));
    }

    /** The address of a request with another value of one parameter. */
    static String with(Context ctx, Parameter<?> changed, String value) {
        Map<String, List<String>> given = given(ctx);
        given.put(changed.name, List.of(value));
        String query = given.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(one -> encoded(parameter.getKey()) + "=" + encoded(one)))
                .collect(joining("&"));
        return ctx.req().getRequestURI() + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @throws ProblemException if the request has a parameter that is not among {@code known} */
    static void requireKnown(Context ctx, List<Parameter<?>> known) {
        for (String name : given(ctx).keySet()) {
            if (known.stream().noneMatch(parameter -> parameter.name.equals(name))) {
                throw unknown(name, known);
            }
        }
    }

    /** Not {@link Context#queryParamMap}, which drops a value it cannot decode, so that the question would become another one. */
    private static Map<String, List<String>> given(Context ctx) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        String query = ctx.queryString() == null ? "" : ctx.queryString();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            String[] sides = pair.split("=", 2);
            String value = sides.length == 2 ? sides[1] : "";
            given.computeIfAbsent(decoded(sides[0]), name -> new ArrayList<>()).add(decoded(value));
        }
        return given;
    }

    private static String decoded(String escaped) {
        try {
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw refused(
                    escaped,
                    "text with % escapes",
                    "The query has a broken %% escape in %s.".formatted(quoted(escaped)));
        }
    }

    private static ProblemException unknown(String name, List<Parameter<?>> known) {
        String allowed =
                known.isEmpty() ? "none" : known.stream().map(Parameter::name).collect(joining(", "));
        return refused(
                name, allowed, "There is no parameter %s here; known parameters: %s.".formatted(quoted(name), allowed));
    }

    /** The problem of a value that is one of those allowed, and still cannot be; {@code found} is a sentence that says why. */
    ProblemException impossible(String found) {
        return refused(name, allowed, found);
    }

    private ProblemException refused(String found) {
        return refused(name, allowed, "The parameter '%s' must be %s, once; %s.".formatted(name, allowed, found));
    }

    private static ProblemException refused(String name, String allowed, String detail) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("parameter", shortened(name));
        members.put("allowed", allowed);
        return new ProblemException(new Problem(HttpStatus.BAD_REQUEST, detail, members));
    }

    private static String quoted(String value) {
        return "'" + shortened(value) + "'";
    }

    /** The beginning of a text that a reader sent. */
    static String shortened(String value) {
        boolean fits = value.codePointCount(0, value.length()) <= LONGEST_QUOTE;
        return fits ? value : value.substring(0, value.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
