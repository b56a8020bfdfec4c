package kroniek.article;

/** One line of a file of JSON lines, as bytes. */
public final class Line {

    private final byte[] bytes;
    private final long size;
    private final String sha256;
    private final long start;
    private final boolean terminated;

    Line(byte[] bytes, long size, String sha256, long start, boolean terminated) {
        this.bytes = bytes;
        this.size = size;
        this.sha256 = sha256;
        this.start = start;
        this.terminated = terminated;
    }

    /** The line without its line feed (or carriage return and line feed); of an oversized line only the beginning. Not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes the whole line has. */
    public long size() {
        return size;
    }

    /** The SHA-256 of the whole line. */
    public String sha256() {
        return sha256;
    }

    /** The first 16 digits of the hash: enough to name the line in its file. */
    public String shortHash() {
        return sha256.substring(0, 16);
    }

    /** Where the line begins, in bytes of the decompressed file. */
    public long start() {
        return start;
    }

    /** Whether a line feed ends it; only a file's last line may lack one, and then it may still be in the writing. */
    public boolean terminated() {
        return terminated;
    }

    /** Whether it is larger than an article may be. */
    public boolean oversized() {
        return size > InputForm.LARGEST_ARTICLE;
    }

    /** Whether there is nothing in it but spaces and tabs. */
    public boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
