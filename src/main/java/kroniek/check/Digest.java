package kroniek.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.Rise;
import kroniek.topic.Values;

/**
 * One number for a whole table: the sum, modulo 2^256, of the SHA-256 of every row's canonical form. A sum does not depend
 * on the order of the rows, nor on how they are spread over partitions and instances.
 */
public final class Digest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
    private static final JsonFactory JSON = new JsonFactory();

    private final MessageDigest sha256 = sha256();
    private BigInteger sum = BigInteger.ZERO;

    /**
     * The canonical form of a row: the line, without its end, that {@code kroniek run --output json} prints. A JSON object without white
     * space, its fields {@code actor, name, type, month, mentions, articles, first, last, mentionsWithoutCopies, articlesWithoutCopies} in this order; in UTF-8 for
     * the hash.
     */
    public static String canonical(ActorMonth row) {
        return object(json -> Values.visible(json, row));
    }

    /** The canonical form of a pair: the same, with the fields {@code actor, month, other, articles, sentences}. */
    public static String canonical(ActorPair row) {
        return object(json -> Values.visible(json, row));
    }

    /** The canonical form of a mentioned month: the same, with the fields {@code actor, month, mentioned, mentions}. */
    public static String canonical(ActorMonthMentioned row) {
        return object(json -> Values.visible(json, row));
    }

    /** The canonical form of a rise: the same, with the fields {@code actor, name, type, month, articles, before, rise, evidence}. */
    public static String canonical(Rise row) {
        return object(json -> Values.visible(json, row));
    }

    /** The canonical form of a copy: the same, with the fields {@code id} and {@code duplicateOf} of its article. */
    public static String canonical(Map.Entry<String, String> copy) {
        return object(json -> {
            json.writeStringField("id", copy.getKey());
            json.writeStringField("duplicateOf", copy.getValue());
        });
    }

    /** Writes the fields of an object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return line.toString();
    }

    /** The digest of a table of actor months. */
    public static String of(Collection<ActorMonth> rows) {
        return of(rows, Digest::canonical);
    }

    /**
     * The digest of a table.
     *
     * @param canonical makes the canonical form of a row
     */
    public static <R> String of(Collection<R> rows, Function<R, String> canonical) {
        Digest digest = new Digest();
        rows.forEach(row -> digest.add(canonical.apply(row)));
        return digest.hex();
    }

    /** Adds an actor month. */
    public void add(ActorMonth row) {
        add(canonical(row));
    }

    private void add(String canonical) {
        byte[] hash = sha256.digest(canonical.getBytes(StandardCharsets.UTF_8));
        sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
    }

    /** The sum so far: 64 digits of lower-case hex. */
    public String hex() {
        String digits = sum.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
