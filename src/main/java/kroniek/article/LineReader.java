package kroniek.article;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, with the place reached and the hash of everything before it, so that reading can go on there another time.
 * Lines end with a line feed, a carriage return before it belongs to it. However long a line is, at most
 * {@link InputForm#LARGEST_ARTICLE} bytes of it are held. Not thread-safe.
 */
public final class LineReader implements Closeable {

    private static final int MOST_HELD = InputForm.LARGEST_ARTICLE + 1;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private byte[] held = new byte[8 * 1024];

    private final Sha256 everything = new Sha256();
    private long position;
    private long lines;
    private String sha256 = everything.hex();

    /** Reads from the stream and closes it in the end. */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * Passes over bytes that were read another time.
     *
     * @param bytes how many; a place that was {@link #position()} then
     * @param linesBefore how many lines these are
     * @param expected the hash of these bytes then
     * @return whether they are the same bytes still; if not, this reader is of no use any more
     */
    public boolean skip(long bytes, long linesBefore, String expected) throws IOException {
        while (position < bytes && fill()) {
            int to = (int) Math.min(end, at + bytes - position);
            everything.add(buffer, at, to);
            position += to - at;
            at = to;
        }
        lines = linesBefore;
        sha256 = everything.hex();
        return position == bytes && sha256.equals(expected);
    }

    /** The next line, or null at the end. An empty line is a line. */
    public @Nullable Line next() throws IOException {
        Collected line = new Collected();
        while (fill()) {
            int newline = lineFeed();
            int to = newline < 0 ? end : newline;
            line.add(at, to);
            int next = newline < 0 ? end : newline + 1;
            everything.add(buffer, at, next);
            at = next;
            if (newline >= 0) {
                return terminated(line);
            }
        }
        return line.size == 0 ? null : line.close(false);
    }

    private Line terminated(Collected collected) {
        Line line = collected.close(true);
        position += collected.size + 1;
        lines++;
        sha256 = everything.hex();
        return line;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private int lineFeed() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The end of the last line that a line feed ends: bytes of the decompressed file. */
    public long position() {
        return position;
    }

    /** How many lines end before {@link #position()}. */
    public long lines() {
        return lines;
    }

    /** The SHA-256 of everything before {@link #position()}. */
    public String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The line that is being read; its bytes stand in {@link #held} as long as they fit. */
    private final class Collected {
        private long size;
        private @Nullable Sha256 overflowing;

        void add(int from, int to) {
            int length = to - from;
            if (size + length <= MOST_HELD) {
                room((int) size + length);
                System.arraycopy(buffer, from, held, (int) size, length);
            } else {
                overflow().add(buffer, from, to);
            }
            size += length;
        }

        private void room(int needed) {
            if (needed > held.length) {
                held = Arrays.copyOf(held, Math.min(MOST_HELD, Math.max(needed, 2 * held.length)));
            }
        }

        /** The hash of a line that does not fit: begun with what was held until then. */
        private Sha256 overflow() {
            Sha256 hash = overflowing;
            if (hash == null) {
                hash = new Sha256();
                hash.add(held, 0, (int) size);
                overflowing = hash;
            }
            return hash;
        }

        Line close(boolean terminated) {
            if (overflowing != null) {
                return new Line(beginning(), size, overflowing.hex(), position, terminated);
            }
            int length = (int) size;
            if (length > 0 && held[length - 1] == '\r') {
                length--;
            }
            byte[] bytes = Arrays.copyOf(held, length);
            boolean fits = length <= InputForm.LARGEST_ARTICLE;
            return new Line(fits ? bytes : beginning(), length, Sha256.of(bytes), position, terminated);
        }

        private byte[] beginning() {
            return Arrays.copyOf(held, InputForm.KEPT_OF_REJECTED);
        }
    }
}
