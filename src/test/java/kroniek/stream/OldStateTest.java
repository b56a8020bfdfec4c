package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import kroniek.topic.Topics;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * State that release 0.1.0 wrote, byte for byte, is read: what it counted is taken back and corrected by this program. A value in a form
 * that this program cannot know is refused with what to do.
 */
class OldStateTest {

    private static final String A = " date 2018-02-07 Tekst. @KOR en @KOR en @USA.";

    @TempDir
    Path folder;

    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();
    private Driven driven;

    @BeforeEach
    void restore() throws IOException {
        driven = new Driven(AtLanguage.STEPS, folder, 1, Topics.declared(), new Stores(this::inMemory));
        try (InputStream in = Objects.requireNonNull(OldStateTest.class.getResourceAsStream("state-0.1.0.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(
                            entry -> put(entry[0], entry[1], Base64.getDecoder().decode(entry[2])));
        }
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    private KeyValueBytesStoreSupplier inMemory(String name) {
        KeyValueBytesStoreSupplier supplier = org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                KeyValueStore<Bytes, byte[]> store = supplier.get();
                stores.put(name, store);
                return store;
            }

            @Override
            public String metricsScope() {
                return supplier.metricsScope();
            }
        };
    }

    private void put(String store, String key, byte[] value) {
        Objects.requireNonNull(stores.get(store), store).put(Bytes.wrap(key.getBytes(StandardCharsets.UTF_8)), value);
    }

    /** One of the language, three of pairs and mentioned months for each of the two actors, one of the band. */
    @Test
    void anArticleThatSaysTheSameMovesNoCountAndGainsWhatThatReleaseDidNotKnow() {
        driven.put("a", A);

        assertThat(driven.written).isEqualTo(1 + 2 * 3 + 1);
        assertThat(driven.counts()).isEmpty();
        assertThat(driven.articles().get("a")).contains("\"language\":\"" + AtLanguage.VERSION + "\"");
        assertThat(driven.tables().actorPairs()).containsOnlyKeys("KOR|2018-02|USA", "USA|2018-02|KOR");
        assertThat(driven.tables().actorMonthsMentioned()).containsOnlyKeys("KOR|2018-02|open", "USA|2018-02|open");
    }

    @Test
    void aCorrectionMovesTheCountsByTheDifference() {
        driven.put("a", A.replace("@USA", "@JPN @KOR"));

        assertThat(driven.counts())
                .containsEntry("KOR|2018-02", "4/2 2018-02..2018-02-07 KOR")
                .containsEntry("JPN|2018-02", "1/1 2018-02-07..2018-02-07 JPN")
                .doesNotContainKey("USA|2018-02");
    }

    @Test
    void withdrawingAllItsArticlesLeavesNothing() {
        for (String article : new String[] {"a", "b", "c", "d"}) {
            driven.withdraw(article);
        }

        assertThat(driven.everything()).isEmpty();
    }

    @Test
    void aLedgerOfALaterVersionIsRefusedWithTheArticleAndWhatToDo() {
        put("mention-ledger", "a", new byte[] {99});

        assertThatThrownBy(() -> driven.put("a", A))
                .hasStackTraceContaining(
                        "store mention-ledger, key 'a': version 99 of the ledger, this program reads 1 and 2;")
                .hasStackTraceContaining("start on a new --data");
    }

    @Test
    void aStoreOfTheTallyOfALaterVersionIsRefusedWithWhatToDo() {
        String later = "{\"schemaVersion\":2}";
        put("evidence", "KOR|2018-02|a", later.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> driven.withdraw("a"))
                .hasStackTraceContaining("evidence-changelog: schemaVersion 2, this program reads 1; run the kroniek");
    }

    @Test
    void aSpreadOfALaterVersionIsRefusedWithWhatToDo() {
        put("actor-month-spread", "KOR|2018-02|d|2018-02-07", new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 1});

        assertThatThrownBy(() -> driven.withdraw("a"))
                .hasStackTraceContaining("not a count of version 1, which this program reads; run the kroniek");
    }
}
