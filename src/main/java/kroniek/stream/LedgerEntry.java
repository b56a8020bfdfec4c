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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.topic.CopyBandKey;
import kroniek.topic.Values;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What an article last contributed: which topic holds its value, and the digest of every value written for it. Small, because the values
 * themselves stand in the topics.
 *
 * @param target the topic that holds the article's own value: articles, rejected or dead letters
 * @param digest digest of that value
 * @param month the month that its mentions count in, {@code 2018-02}; empty where it contributes none
 * @param mentions digest of the value in {@code mentions}, by actor id; with month and article id that is the key
 * @param bands where its copies are looked for
 * @param duplicateOf the id of the article that its own value says it is a copy of; empty where it says none
 */
record LedgerEntry(
        Change.Target target,
        Digest digest,
        String month,
        SortedMap<String, Digest> mentions,
        Bands bands,
        String duplicateOf) {

    /** Binary, since it never leaves the program: a version byte, then the parts in order. */
    static final Serde<LedgerEntry> SERDE = Serdes.serdeFrom(
            (topic, entry) -> entry == null ? null : entry.write(),
            (topic, bytes) -> bytes == null ? null : read(bytes));

    private static final int VERSION = 2;

    /** What an earlier release wrote, which knew of no copies. */
    private static final int WITHOUT_COPIES = 1;

    /** Whether this entry has a value for the actor in {@code month}. */
    boolean mentions(String actor, String month) {
        return this.month.equals(month) && mentions.containsKey(actor);
    }

    /**
     * Whether what is written says already what it must say of being a copy. What has no bands is never one: what they said of an earlier
     * version is on its way to be taken back.
     *
     * @param original the article that it is a copy of now, or null
     */
    boolean stands(@Nullable String original) {
        return bands.names().isEmpty() || duplicateOf.equals(original == null ? "" : original);
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
            bands.write(out);
            out.writeUTF(duplicateOf);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static LedgerEntry read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION && version != WITHOUT_COPIES) {
                throw new SerializationException("version %d of the ledger, this program reads %d and %d; %s"
                        .formatted(version, WITHOUT_COPIES, VERSION, Values.CURE));
            }
            Change.Target target = Change.Target.valueOf(in.readUTF());
            Digest digest = Digest.read(in);
            String month = in.readUTF();
            int size = in.readInt();
            SortedMap<String, Digest> mentions = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                mentions.put(in.readUTF(), Digest.read(in));
            }
            return version == WITHOUT_COPIES
                    ? new LedgerEntry(target, digest, month, mentions, Bands.NONE, "")
                    : new LedgerEntry(target, digest, month, mentions, Bands.read(in), in.readUTF());
        } catch (IOException e) {
            throw new SerializationException("an entry that ends early", e);
        }
    }

    /**
     * The records in {@code copy-bands}: with month and article id, a band is their key, and all have one value.
     *
     * @param month the article's month of publication; empty where there are no bands
     * @param names the bands
     * @param digest of the value
     */
    record Bands(String month, List<String> names, Digest digest) {

        static final Bands NONE = new Bands("", List.of(), new Digest(0, 0));

        /** The key of the record in a band. */
        String key(String name, String article) {
            return CopyBandKey.of(name, month, article);
        }

        /** Whether the same stands in a band. */
        boolean have(String name, Bands other) {
            return month.equals(other.month) && digest.equals(other.digest) && names.contains(name);
        }

        /** Whether anything stands under the key of a band. */
        boolean haveKey(String name, String ofMonth) {
            return month.equals(ofMonth) && names.contains(name);
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeUTF(month);
            out.writeInt(names.size());
            for (String name : names) {
                out.writeUTF(name);
            }
            digest.write(out);
        }

        private static Bands read(DataInputStream in) throws IOException {
            String month = in.readUTF();
            List<String> names = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                names.add(in.readUTF());
            }
            return new Bands(month, List.copyOf(names), Digest.read(in));
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
