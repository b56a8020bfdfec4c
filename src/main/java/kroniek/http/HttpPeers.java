package kroniek.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import kroniek.query.Instance;
import kroniek.query.Peers;
import kroniek.query.Question;
import kroniek.query.Row;
import kroniek.query.UnavailableException;
import kroniek.query.UnavailableException.Reason;

/** The other instances over HTTP: a question is posted to {@link InternalRoute}, and answered with rows or a problem. */
public final class HttpPeers implements Peers {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    @Override
    public CompletableFuture<List<Row>> ask(
            Instance instance, Question question, Set<Integer> partitions, boolean standby) {
        byte[] body = Wire.bytes(new Wire.Asked(question, partitions, standby));
        HttpRequest request = HttpRequest.newBuilder(address(instance))
                .timeout(ANSWER)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        // The time-out of the request ends with the answer's headers, this one with its body.
        return client.sendAsync(request, BodyHandlers.ofByteArray())
                .orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> rows(instance, response, failure));
    }

    private static URI address(Instance instance) {
        String host = instance.host().contains(":") && !instance.host().startsWith("[")
                ? "[" + instance.host() + "]"
                : instance.host();
        return URI.create("http://%s:%d%s".formatted(host, instance.port(), InternalRoute.PATH));
    }

    private static List<Row> rows(Instance instance, HttpResponse<byte[]> response, Throwable failure) {
        if (failure != null) {
            throw unavailable(
                    Reason.ELSEWHERE,
                    "The instance at %s:%d holds a part of the answer and does not answer; "
                                    .formatted(instance.host(), instance.port())
                            + "ask again in a moment.");
        }
        if (response.statusCode() == 200) {
            return Arrays.asList(Wire.rows(response.body()));
        }
        throw Wire.refusal(response.body())
                .map(refusal -> unavailable(refusal.reason(), String.valueOf(refusal.getMessage())))
                .orElseGet(() -> unavailable(
                        Reason.ELSEWHERE,
                        "The instance at %s:%d holds a part of the answer and failed with %d; look into its log."
                                .formatted(instance.host(), instance.port(), response.statusCode())));
    }

    private static CompletionException unavailable(Reason reason, String detail) {
        return new CompletionException(new UnavailableException(reason, detail));
    }
}
