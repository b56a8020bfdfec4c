package kroniek.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActorPartitionerTest {

    private static final int PARTITIONS = 12;

    private static int partition(String key) {
        return ActorPartitioner.partition(key.getBytes(StandardCharsets.UTF_8), PARTITIONS);
    }

    @Test
    void allMonthsAndArticlesOfAnActorLieInOnePartition() {
        Set<Integer> partitions = new HashSet<>();
        for (int year = 1995; year < 2030; year++) {
            partitions.add(partition("KOR|" + year + "-02"));
            partitions.add(partition("KOR|" + year + "-02|een|artikel|" + year));
        }
        assertThat(partitions).hasSize(1);
    }

    @Test
    void aKeyIsWhereTheDefaultPartitionerPutsTheActorAlone() {
        assertThat(partition("KOR|2018-02"))
                .isEqualTo(DefaultPartition.of("KOR".getBytes(StandardCharsets.UTF_8), PARTITIONS))
                .isEqualTo(partition("KOR"));
    }

    @Test
    void differentActorsSpreadOverThePartitions() {
        Set<Integer> partitions = IntStream.range(0, 500)
                .mapToObj(i -> partition("actor-" + i + "|2018-02"))
                .collect(Collectors.toSet());
        assertThat(partitions).hasSize(PARTITIONS);
    }

    @Test
    void streamsAndProducersAgree() {
        assertThat(new ActorPartitioner().partitions("t", "KOR|2018-02", "", PARTITIONS))
                .isEqualTo(Optional.of(Set.of(partition("KOR|2018-02"))));
    }
}
