package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.query.UnavailableException.Reason;
import kroniek.topic.ReadStore.Like;
import org.junit.jupiter.api.Test;

class GroupShardsTest {

    private static final Instance HERE = new Instance("here", 1);
    private static final Instance THERE = new Instance("there", 2);
    private static final Instance STANDBY = new Instance("standby", 3);

    private final MemoryShards all = new MemoryShards(4)
            .rows(row("BEL"), row("NLD"), row("FRA"), row("DEU"), row("JPN"), row("KOR"), row("USA"));
    private final Map<Integer, List<Instance>> owners = new TreeMap<>(
            Map.of(0, List.of(HERE), 1, List.of(THERE, STANDBY), 2, List.of(HERE), 3, List.of(THERE, HERE, STANDBY)));
    private final List<String> asked = new ArrayList<>();
    private BiFunction<Instance, Boolean, String> refusal = (instance, standby) -> "";

    private final GroupShards group = new GroupShards(
            HERE,
            (topic, partition) -> owners.get(partition),
            Map.of(Like.MENTIONS, 4, Like.ARTICLES, 4, Like.REJECTED, 4),
            (question, partitions, standby) -> answer(HERE, question, partitions, standby),
            (instance, question, partitions, standby) -> CompletableFuture.supplyAsync(
                    () -> answer(instance, question, partitions, standby), Runnable::run));

    private List<Row> answer(Instance instance, Question question, Set<Integer> partitions, boolean standby) {
        asked.add(instance.host() + partitions + (standby ? " standby" : ""));
        String why = refusal.apply(instance, standby);
        if (!why.isEmpty()) {
            throw new UnavailableException(Reason.RESTORING, why);
        }
        return all.rows(question, partitions);
    }

    @Test
    void everyPartitionIsAskedOfItsOwnerAndOnce() {
        Rows rows = group.ask(new Question.MonthSums(null), false);

        assertThat(asked).containsExactly("here[0, 2]", "there[1, 3]");
        assertThat(rows.stale()).isFalse();
        assertThat(rows.rows())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(all.ask(new Question.MonthSums(null), false).rows());
    }

    @Test
    void aQuestionAboutOneActorIsAskedOfOnePartition() {
        assertThat(group.ask(new AboutActor.Timeline("JPN", null, null), false).rows())
                .hasSize(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aRefusalOfOnePartIsARefusalOfTheWhole() {
        refusal = (instance, standby) -> instance.equals(THERE) ? "not restored" : "";

        assertThatThrownBy(() -> group.ask(new Question.MonthSums(null), false))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("not restored");
        assertThatThrownBy(group::requireAnswerable).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whereTheReaderAllowsAStandbyAnswersAndThatIsSaid() {
        refusal = (instance, standby) -> instance.equals(THERE) ? "not restored" : "";

        Rows rows = group.ask(new Question.MonthSums(null), true);

        assertThat(asked).containsExactly("here[0, 2]", "there[1, 3]", "standby[1] standby", "here[3] standby");
        assertThat(rows.stale()).isTrue();
        assertThat(rows.rows())
                .hasSameSizeAs(all.ask(new Question.MonthSums(null), false).rows());
    }

    @Test
    void withoutAStandbyThatAnswersItIsRefusedAlsoWhereStaleIsAllowed() {
        refusal = (instance, standby) -> instance.equals(HERE) && !standby ? "" : "not restored";

        assertThatThrownBy(() -> group.ask(new Question.MonthSums(null), true)).hasMessage("not restored");
    }

    private static ActorMonth row(String actor) {
        PartialDate date = PartialDate.of(YearMonth.of(2018, 3));
        return new ActorMonth(actor, actor, ActorType.COUNTRY, date.month(), 1, 1, date, date);
    }
}
