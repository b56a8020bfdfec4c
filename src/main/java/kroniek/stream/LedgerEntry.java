package kroniek.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.topic.Values;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What an article last contributed: which topic holds its value, and the digest of every value written for it. Small, because the values
 * themselves stand in the topics.
 *
 * @param target the topic that holds the article's own value: articles, rejected or dead letters
 * @param digest digest of that value
 * @param month the month that its mentions count in, {@code 2018-02}; empty where it contributes none
 * @param mentions digest of the value in {@code mentions}, by actor id; with month and article id that is the key
 */
record LedgerEntry(Change.Target target, Digest digest, String month, SortedMap<String, Digest> mentions) {

    /** Binary, since it never leaves the program: a version byte, then the parts in order. */
    static final Serde<LedgerEntry> SERDE = Serdes.serdeFrom(
            (topic, entry) -> entry == null ? null : entry.write(),
            (topic, bytes) -> bytes == null ? null : read(bytes));

    private static final int VERSION = 1;

    /** Whether this entry has a value for the actor in {@code month}. */
    boolean mentions(String actor, String month) {
        return this.month.equals(month) && mentions.containsKey(actor);
    }

    private byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + 64 * mentions.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(target.name());
            digest.write(out);
            out.writeUTF(month);
            out.writeInt(mentions.size());
            for (Map.Entry<String, Digest> mention : mentions.entrySet()) {
                out.writeUTF(mention.getKey());
                mention.getValue().write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static LedgerEntry read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new SerializationException(
                        "version %d of the ledger, this program reads %d; %s".formatted(version, VERSION, Values.CURE));
            }
            Change.Target target = Change.Target.valueOf(in.readUTF());
            Digest digest = Digest.read(in);
            String month = in.readUTF();
            int size = in.readInt();
            SortedMap<String, Digest> mentions = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                mentions.put(in.readUTF(), Digest.read(in));
            }
            return new LedgerEntry(target, digest, month, mentions);
        } catch (IOException e) {
            throw new SerializationException("an entry that ends early", e);
        }
    }

    /** The first 128 bits of a SHA-256. */
    record Digest(long high, long low) {

        static Digest of(byte[] value) {
            try {
                ByteBuffer hash =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(value));
                return new Digest(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeLong(high);
            out.writeLong(low);
        }

        private static Digest read(DataInputStream in) throws IOException {
            return new Digest(in.readLong(), in.readLong());
        }
    }
}
