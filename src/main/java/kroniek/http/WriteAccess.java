package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may write: whoever has the token, and, where that is switched on, whoever is on this machine and no page of a foreign site in the
 * browser of somebody who is.
 *
 * <p>Against such pages, a request without the token is taken only over a loopback connection, for a loopback name (else a name that is made to
 * resolve here, DNS rebinding, would do), with no {@code Origin} but this very server's, and not passed on by a proxy, for
 * whom everybody's connections are loopback ones.
 */
public final class WriteAccess {

    static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private static final String BEARER = "Bearer ";
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final byte @Nullable [] tokenHash;
    private final boolean loopback;

    /**
     * What the operator allows.
     *
     * @param token what a writer must show; null where none is configured
     * @param loopback whether whoever is on this machine may write without it
     */
    public WriteAccess(@Nullable String token, boolean loopback) {
        this.tokenHash = token == null ? null : sha256(token);
        this.loopback = loopback;
    }

    /** Nobody may write. */
    public static WriteAccess nobody() {
        return new WriteAccess(null, false);
    }

    /** Whether anybody may write. */
    public boolean isOpen() {
        return loopback || tokenHash != null;
    }

    /** @throws ProblemException if whoever asks may not write; it says who may */
    void require(Context ctx) {
        if (!isOpen()) {
            throw forbidden(
                    "OFF",
                    "Writing is switched off here. Switch it on with http.write.token.file=FILE in the settings, and send "
                            + "'Authorization: Bearer' with the token in that file; or, for this machine alone, with "
                            + "http.write.loopback=true.");
        }
        String authorization = ctx.header(Header.AUTHORIZATION);
        if (authorization != null) {
            requireToken(ctx, authorization);
        } else if (loopback) {
            requireThisMachine(ctx);
        } else {
            throw unauthorized(ctx, "Writing needs the header 'Authorization: Bearer' with the token of this server.");
        }
    }

    private void requireToken(Context ctx, String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        byte[] shown = sha256(bearer ? authorization.substring(BEARER.length()).strip() : "");
        // Hashes are of one length, and MessageDigest looks at all of it, so that the time it takes says nothing of the
        // token.
        if (tokenHash == null || !bearer || !MessageDigest.isEqual(shown, tokenHash)) {
            throw unauthorized(ctx, "This is not the token of this server; it is in the file http.write.token.file.");
        }
    }

    private static void requireThisMachine(Context ctx) {
        boolean here = isLoopback(ctx.req().getRemoteAddr())
                && LOOPBACK.contains(ctx.req().getServerName().toLowerCase(Locale.ROOT))
                && OF_PROXIES.stream().allMatch(name -> ctx.header(name) == null)
                && isOwnPage(ctx);
        if (!here) {
            throw forbidden(
                    "NOT_HERE",
                    "Without a token only this machine may write: over localhost or 127.0.0.1, not through a proxy, and "
                            + "not from a page of another site.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            // An address, never a name, so that nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static boolean isOwnPage(Context ctx) {
        String origin = ctx.header("Origin");
        String site = ctx.header("Sec-Fetch-Site");
        String own = ctx.scheme() + "://" + Objects.requireNonNullElse(ctx.host(), "");
        return (origin == null || origin.equalsIgnoreCase(own)) && (site == null || OWN_SITES.contains(site));
    }

    private static ProblemException unauthorized(Context ctx, String detail) {
        ctx.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"kroniek\"");
        return new ProblemException(new Problem(HttpStatus.UNAUTHORIZED, detail));
    }

    private static ProblemException forbidden(String reason, String detail) {
        return new ProblemException(new Problem(HttpStatus.FORBIDDEN, detail, Map.of("reason", reason)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
