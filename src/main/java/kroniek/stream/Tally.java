package kroniek.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.ArticleMentions;
import kroniek.stream.Change.Target;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.Before;
import kroniek.topic.ReadStore;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the evidence and the counts per actor and month: takes back what stood under the key of a contribution and adds what stands there
 * now. Sums are kept by difference; what cannot be subtracted (first and last date, the name seen most) comes from a {@link Spread}. An
 * {@link ActorMonthIndex} follows every change of a row. So do the rises, and the tables of pairs and of mentioned months, which the same
 * contribution carries.
 *
 * <p>Nothing may be skipped here: a failure stops the task, which recovers by reading the contribution again.
 */
final class Tally extends ContextualProcessor<String, @Nullable ArticleMentions, String, Change> {

    /** The dates and names of every actor month, each with its number of articles. */
    static final String SPREAD = "actor-month-spread";

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private @Nullable KeyValueStore<String, ArticleMentions> evidence;
    private @Nullable KeyValueStore<String, ActorMonth> actorMonths;
    private final Topics topics;
    private @Nullable Spread spread;
    private @Nullable PairCounts pairs;
    private @Nullable MentionedCounts mentioned;
    private @Nullable Rises rises;
    private @Nullable ActorMonthIndex index;
    private @Nullable Cancellable atOnce;
    private boolean indexed;

    private Tally(Topics topics) {
        this.topics = topics;
    }

    static ProcessorSupplier<String, @Nullable ArticleMentions, String, Change> supplier(Topics topics, Stores stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, @Nullable ArticleMentions, String, Change> get() {
                return new Tally(topics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Stream.concat(
                                Stream.of(
                                        stores.keyValue(ReadStore.EVIDENCE),
                                        stores.keyValue(ReadStore.ACTOR_MONTHS),
                                        stores.keyValue(ReadStore.ACTOR_PAIRS),
                                        stores.keyValue(ReadStore.ACTOR_MONTHS_MENTIONED),
                                        stores.keyValue(ReadStore.RISES),
                                        stores.keyValue(SPREAD, Serdes.String(), CountSerde.SERDE)
                                                .withCachingEnabled()),
                                ActorMonthIndex.stores(stores).stream())
                        .collect(Collectors.toUnmodifiableSet());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Change> context) {
        super.init(context);
        evidence = context.getStateStore(ReadStore.EVIDENCE.name());
        actorMonths = context.getStateStore(ReadStore.ACTOR_MONTHS.name());
        spread = new Spread(context.getStateStore(SPREAD));
        pairs = new PairCounts(context.getStateStore(ReadStore.ACTOR_PAIRS.name()));
        mentioned = new MentionedCounts(new Counters(context.getStateStore(ReadStore.ACTOR_MONTHS_MENTIONED.name())));
        rises = new Rises(actorMonths, evidence, context.getStateStore(ReadStore.RISES.name()));
        index = ActorMonthIndex.in(context);
        // A task that is revived keeps its processors, and may have lost what was not committed.
        indexed = false;
        // Not here, where nothing may be written yet; and readers need it also where no contribution comes.
        atOnce = context.schedule(AT_ONCE, PunctuationType.WALL_CLOCK_TIME, now -> completeIndex());
    }

    private void completeIndex() {
        if (!indexed) {
            Objects.requireNonNull(index).complete();
            Objects.requireNonNull(atOnce).cancel();
            indexed = true;
        }
    }

    @Override
    public void process(Record<String, @Nullable ArticleMentions> contribution) {
        KeyValueStore<String, ArticleMentions> said = Objects.requireNonNull(evidence);
        ArticleMentions before = said.get(contribution.key());
        ArticleMentions now = contribution.value();
        if (Objects.equals(before, now)) {
            return;
        }
        completeIndex();
        said.put(contribution.key(), now);
        ActorMonthKey key = ActorMonthKey.parse(contribution.key());
        long time = contribution.timestamp();
        count(key, key.behind(contribution.key()), before, now, time);
        Objects.requireNonNull(pairs)
                .move(
                        key,
                        before == null ? List.of() : before.companions(),
                        now == null ? List.of() : now.companions(),
                        pair -> forward(pair, time));
        Objects.requireNonNull(mentioned)
                .move(
                        key,
                        before == null ? List.of() : before.mentioned(),
                        now == null ? List.of() : now.mentioned(),
                        row -> forward(row, time));
    }

    private void count(
            ActorMonthKey key,
            String article,
            @Nullable ArticleMentions before,
            @Nullable ArticleMentions now,
            long time) {
        KeyValueStore<String, ActorMonth> rows = Objects.requireNonNull(actorMonths);
        ActorMonth row = rows.get(key.toString());
        ActorMonth changed = change(key, row, before, now);
        if (!Objects.equals(row, changed)) {
            rows.put(key.toString(), changed);
            Objects.requireNonNull(index).move(key, row, changed);
            Record<String, Change> written =
                    written(Target.ACTOR_MONTHS, key.toString(), topics.actorMonths(), changed, time);
            if (row != null && (changed == null || changed.type() != row.type())) {
                written.headers().add(Before.HEADER, row.type().name().getBytes(StandardCharsets.UTF_8));
            }
            context().forward(written);
        }
        // Also where the row stays as it was: state of an earlier release has none of its rises.
        Objects.requireNonNull(rises).follow(key, article, row, changed, (month, rise) -> context()
                .forward(written(Target.RISES, month, topics.rises(), rise, time)));
    }

    private void forward(ActorPair pair, long time) {
        @Nullable ActorPair stands = pair.together().articles() == 0 ? null : pair;
        String key = new ActorMonthKey(pair.actor(), pair.month()) + "|" + pair.other();
        context().forward(written(Target.ACTOR_PAIRS, key, topics.actorPairs(), stands, time));
    }

    private void forward(ActorMonthMentioned row, long time) {
        @Nullable ActorMonthMentioned stands = row.mentions() == 0 ? null : row;
        String key = new ActorMonthKey(row.actor(), row.month()) + "|" + ActorMonthMentioned.code(row.mentioned());
        context().forward(written(Target.ACTOR_MONTHS_MENTIONED, key, topics.actorMonthsMentioned(), stands, time));
    }

    private static <V> Record<String, Change> written(
            Target target, String key, Topic<V> topic, @Nullable V value, long time) {
        byte @Nullable [] bytes =
                value == null ? null : topic.serde().serializer().serialize(topic.name(), value);
        return new Record<>(key, new Change(target, bytes), time);
    }

    private @Nullable ActorMonth change(
            ActorMonthKey key,
            @Nullable ActorMonth row,
            @Nullable ArticleMentions before,
            @Nullable ArticleMentions now) {
        Spread seen = Objects.requireNonNull(spread);
        long mentions = row == null ? 0 : row.mentions();
        long articles = row == null ? 0 : row.articles();
        long mentionsWithoutCopies = row == null ? 0 : row.mentionsWithoutCopies();
        long articlesWithoutCopies = row == null ? 0 : row.articlesWithoutCopies();
        if (before != null) {
            mentions -= before.mentions();
            articles--;
            mentionsWithoutCopies -= before.copy() ? 0 : before.mentions();
            articlesWithoutCopies -= before.copy() ? 0 : 1;
            seen.remove(key, before);
        }
        if (now != null) {
            mentions += now.mentions();
            articles++;
            mentionsWithoutCopies += now.copy() ? 0 : now.mentions();
            articlesWithoutCopies += now.copy() ? 0 : 1;
            seen.add(key, now);
        }
        if (articles == 0) {
            return null;
        }
        Spread.Naming naming = seen.naming(key);
        return new ActorMonth(
                key.actor(),
                naming.name(),
                naming.type(),
                key.month(),
                mentions,
                articles,
                seen.first(key),
                seen.last(key),
                mentionsWithoutCopies,
                articlesWithoutCopies);
    }
}
