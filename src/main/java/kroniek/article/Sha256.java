package kroniek.article;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex, of bytes that come piece by piece; it can be read at any point and goes on from there. */
public final class Sha256 {

    private final MessageDigest digest;

    /** The hash of nothing, so far. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The hash of some bytes. */
    public static String of(byte[] bytes) {
        Sha256 hash = new Sha256();
        hash.add(bytes, 0, bytes.length);
        return hash.hex();
    }

    /** Goes on with the bytes from {@code from} to {@code to}, the latter excluded. */
    public void add(byte[] bytes, int from, int to) {
        digest.update(bytes, from, to - from);
    }

    /** The hash of all bytes so far: 64 hex digits. */
    public String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of the JDK can be cloned", e);
        }
    }
}
