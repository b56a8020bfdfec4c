package kroniek.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import kroniek.topic.RawKey.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawKeyTest {

    private static final int PARTITIONS = 4;

    private static int own(String key) {
        return DefaultPartition.of(key.getBytes(UTF_8), PARTITIONS);
    }

    private static RawKey in(int partition, String key) {
        return RawKey.of(key.getBytes(UTF_8), partition, 7, PARTITIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "map/file:x.txt", "file", "files:a", "https://example.org/raw:1", "File:x.txt"})
    void anIdNamesItsArticle(String id) {
        assertThat(in(own(id), id)).isEqualTo(new RawKey(id, Kind.ARTICLE));
        assertThat(RawKey.name(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:x.txt", "misplaced:1:a", "bad-key:0:ff", "raw:0:7", "reserved:a", "reserved:file:a"})
    void whatCouldBeTheNameOfARejectionNamesNoArticleAndNothingElse(String id) {
        assertThat(in(own(id), id)).isEqualTo(new RawKey("reserved:" + id, Kind.RESERVED));
        assertThat(RawKey.name(id)).isEqualTo("reserved:" + id);
        assertThat(RawKey.isReserved(id)).isTrue();
        int other = (own(id) + 1) % PARTITIONS;
        assertThat(in(other, id)).isEqualTo(new RawKey("misplaced:" + other + ":" + id, Kind.MISPLACED));
    }
}
