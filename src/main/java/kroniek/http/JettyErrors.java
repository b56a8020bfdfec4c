package kroniek.http;

import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The problem for a request that Jetty refuses before any route sees it: a malformed address, headers that are too large. */
final class JettyErrors extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        HttpStatus status = HttpStatus.forStatus(code);
        String detail = "This request is not HTTP as Kroniek reads it (%s); look at its address and headers."
                .formatted(message == null ? status.getMessage() : message);
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(new Problem(status, detail).json()), callback);
    }
}
