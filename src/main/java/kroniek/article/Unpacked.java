package kroniek.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a compressed file unpacks to, as far as that is believable: a few megabytes can unpack to terabytes, which would keep all other
 * files waiting. News compresses to a fifth, the same line over and over to a hundredth or so.
 */
public final class Unpacked extends FilterInputStream {

    /** How much any file may unpack to: 256 MiB. */
    static final long ALWAYS = 256L << 20;

    /** How many times its own size a file may unpack to. */
    static final int TIMES = 200;

    private final long limit;
    private long read;

    Unpacked(InputStream content, long packed) {
        super(content);
        this.limit = Math.max(ALWAYS, packed * TIMES);
    }

    /** A file unpacks to more than is believable. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("It unpacks to more than %d bytes, over %d times its size".formatted(limit, TIMES));
        }
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) throws TooLargeException {
        read += bytes;
        if (read > limit) {
            throw new TooLargeException(limit);
        }
    }
}
