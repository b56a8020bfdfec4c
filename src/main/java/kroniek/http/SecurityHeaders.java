package kroniek.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The headers of every response: the page runs only its own files, is framed by nobody, and tells nobody where its reader was. */
final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final HttpFields FIELDS = HttpFields.from(
            header("Content-Security-Policy", CONTENT_SECURITY_POLICY),
            header("X-Content-Type-Options", "nosniff"),
            header("X-Frame-Options", "DENY"),
            header("Referrer-Policy", "no-referrer"),
            header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            header("Cross-Origin-Opener-Policy", "same-origin"),
            header("Cross-Origin-Embedder-Policy", "require-corp"),
            header("Cross-Origin-Resource-Policy", "same-origin"));

    private SecurityHeaders() {}

    static void put(HttpFields.Mutable response) {
        FIELDS.forEach(response::put);
    }

    private static HttpField header(String name, String value) {
        return new PreEncodedHttpField(name, value);
    }
}
