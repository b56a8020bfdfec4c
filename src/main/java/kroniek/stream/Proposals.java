package kroniek.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.domain.Original;
import kroniek.domain.PartialDate;
import kroniek.topic.Values;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What the bands say of one article that may be a copy. Of which it is, is the smallest of what they say.
 *
 * @param byBand the original by band; those that have none are left out
 * @param waiting whether the article's own value, which has to name another original, could not be read yet
 */
record Proposals(SortedMap<String, Original> byBand, boolean waiting) {

    static final String STORE = "copy-proposals";

    static final Proposals NONE = new Proposals(Collections.emptySortedMap(), false);

    /** Binary, since it never leaves the program: a version byte, then the parts in order. */
    static final Serde<Proposals> SERDE = Serdes.serdeFrom(
            (topic, proposals) -> proposals == null ? null : proposals.write(),
            (topic, bytes) -> bytes == null ? null : read(bytes));

    private static final int VERSION = 1;

    /** The id of the article that this one is a copy of; null where it is none. */
    @Nullable
    String original() {
        return byBand.values().stream()
                .min(Original::compareTo)
                .map(Original::article)
                .orElse(null);
    }

    /** After a band has spoken. */
    Proposals after(LedgerInput.Proposal proposal) {
        SortedMap<String, Original> now = new TreeMap<>(byBand);
        if (proposal.original() == null) {
            now.remove(proposal.band());
        } else {
            now.put(proposal.band(), proposal.original());
        }
        return new Proposals(now, false);
    }

    /** The same, waiting until the article's own value can be read. */
    Proposals waits() {
        return new Proposals(byBand, true);
    }

    /** Null where nothing has to be kept. */
    @Nullable
    Proposals kept() {
        return equals(NONE) ? null : this;
    }

    private byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeBoolean(waiting);
            out.writeInt(byBand.size());
            for (Map.Entry<String, Original> band : byBand.entrySet()) {
                out.writeUTF(band.getKey());
                out.writeUTF(band.getValue().published().toString());
                out.writeUTF(band.getValue().article());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static Proposals read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new SerializationException(
                        "version %d of proposals, this program reads %d; %s".formatted(version, VERSION, Values.CURE));
            }
            boolean waiting = in.readBoolean();
            SortedMap<String, Original> byBand = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String band = in.readUTF();
                PartialDate published = PartialDate.parse(in.readUTF()).orElseThrow();
                byBand.put(band, new Original(published, in.readUTF()));
            }
            return new Proposals(byBand, waiting);
        } catch (IOException e) {
            throw new SerializationException("proposals that end early", e);
        }
    }
}
