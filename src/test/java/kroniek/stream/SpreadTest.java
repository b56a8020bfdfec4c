package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleMentions;
import kroniek.domain.PartialDate;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The multisets in a cached store, with many changes between two commits, which the driver of whole topologies never makes. */
class SpreadTest {

    private static final ActorMonthKey KEY = new ActorMonthKey("x", YearMonth.of(2018, 2));

    @TempDir
    Path state;

    private Consumer<Spread> work = spread -> {};

    @Test
    void firstLastAndNameAreThoseOfWhatIsThereHoweverManyChangesGoWithOneCommit() {
        Random random = new Random(2018);
        TreeMap<String, Integer> dates = new TreeMap<>();
        List<ArticleMentions> there = new ArrayList<>();
        int[] checked = {0};
        work = spread -> {
            for (int change = 1 + random.nextInt(8); change > 0; change--) {
                if (there.isEmpty() || random.nextInt(5) < 2) {
                    ArticleMentions said = said(1 + random.nextInt(9), "Naam" + random.nextInt(4));
                    there.add(said);
                    spread.add(KEY, said);
                    dates.merge(said.published().toString(), 1, Integer::sum);
                } else {
                    ArticleMentions said = there.remove(random.nextInt(there.size()));
                    spread.remove(KEY, said);
                    dates.computeIfPresent(said.published().toString(), (date, count) -> count == 1 ? null : count - 1);
                }
                if (!there.isEmpty()) {
                    assertThat(spread.first(KEY)).hasToString(dates.firstKey());
                    assertThat(spread.last(KEY)).hasToString(dates.lastKey());
                    assertThat(spread.naming(KEY).name()).isEqualTo(mostFrequent(there));
                    checked[0]++;
                }
            }
        };
        run(300);

        assertThat(checked[0]).isGreaterThan(300);
    }

    private static ArticleMentions said(int day, String name) {
        return new ArticleMentions(
                new Actor("x", name, ActorType.PERSON, true),
                PartialDate.parse("2018-02-0" + day).orElseThrow(),
                "a",
                1,
                List.of(),
                true);
    }

    private static String mostFrequent(List<ArticleMentions> there) {
        TreeMap<String, Integer> names = new TreeMap<>();
        there.forEach(said -> names.merge(said.actor().name(), 1, Integer::sum));
        int most = names.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return names.entrySet().stream()
                .filter(name -> name.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Does the work again and again, with a commit after each. */
    private void run(int times) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.PERSISTENT
                .keyValue("spread", Serdes.String(), Serdes.Long())
                .withCachingEnabled());
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String())).process(this::worker, "spread");
        Properties properties = new Properties();
        new StreamsSettings("none:1", Topics.declared(), state, null, Map.of())
                .config()
                .originals()
                .forEach(properties::put);
        properties.remove(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG);
        try (TopologyTestDriver driver = new TopologyTestDriver(builder.build(), properties)) {
            TestInputTopic<String, String> in =
                    driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            for (int i = 0; i < times; i++) {
                in.pipeInput("again");
            }
        }
    }

    private Processor<String, String, Void, Void> worker() {
        return new ContextualProcessor<>() {
            @Override
            public void process(Record<String, String> again) {
                work.accept(new Spread(context().getStateStore("spread")));
            }
        };
    }
}
