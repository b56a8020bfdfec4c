package kroniek.query.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.Before;
import kroniek.topic.Values;
import org.jspecify.annotations.Nullable;

/** A log in memory: two partitions of articles, two of actor months. It can be made to fail, or to hold back what is not committed. */
public final class MemoryLog implements Log {

    private static final Shape SHAPE = new Shape("test1", 2, 2);
    /** So much does a reader hand over at a time. */
    private static final int AT_ONCE = 10;

    private final List<TreeMap<Long, Entry>> slots =
            List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    private final long[] ends = new long[SHAPE.slots()];
    private final long[] stable = new long[SHAPE.slots()];
    private boolean open;

    /** Thrown by every reading, where there is one. */
    public volatile @Nullable RuntimeException failure;

    /** Runs wherever Kafka would be asked which topics they are, or where they end. */
    public volatile Runnable asked = () -> {};

    private int failures;

    /** How often it was read from somewhere else than where the reading before ended. */
    private int seeks;

    /** Puts an article that mentions actors, each once, into the partition of its id; {@code before} is what it was before. */
    public MemoryLog article(String id, String month, List<String> actors, @Nullable Before before) {
        return append(articleSlot(id), id, value(id, month, actors), before == null ? null : before.bytes());
    }

    /** Deletes an article. */
    public MemoryLog noArticle(String id, @Nullable Before before) {
        return append(articleSlot(id), id, null, before == null ? null : before.bytes());
    }

    /** Puts an actor month. */
    public MemoryLog actorMonth(String actor, ActorType type, String month, long mentions) {
        PartialDate day = PartialDate.of(LocalDate.parse(month + "-07"));
        ActorMonth row = new ActorMonth(actor, actor, type, YearMonth.parse(month), mentions, 1, day, day);
        return append(
                actorSlot(actor),
                actor + "|" + month,
                Values.ACTOR_MONTH.serializer().serialize("", row),
                null);
    }

    /** Deletes an actor month that was of a type. */
    public MemoryLog noActorMonth(String actor, String month, ActorType before) {
        return append(actorSlot(actor), actor + "|" + month, null, before.name().getBytes(StandardCharsets.UTF_8));
    }

    /** Puts whatever it is told to. */
    public synchronized MemoryLog append(int slot, String key, byte @Nullable [] value, byte @Nullable [] before) {
        slots.get(slot).put(ends[slot], new Entry(slot, ends[slot], key, value, before));
        ends[slot]++;
        if (!open) {
            commit();
        }
        return this;
    }

    /** Lets nobody read what comes, until it is committed. */
    public synchronized void open() {
        open = true;
    }

    /** Lets everybody read what there is; as in Kafka, a marker takes an offset. */
    public synchronized void commit() {
        for (int slot = 0; slot < ends.length; slot++) {
            if (stable[slot] < ends[slot]) {
                ends[slot]++;
                stable[slot] = ends[slot];
            }
        }
        open = false;
        notifyAll();
    }

    /** Forgets all versions of a key but the newest. */
    public synchronized void compact(String key) {
        for (TreeMap<Long, Entry> slot : slots) {
            List<Long> offsets = slot.values().stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::offset)
                    .toList();
            offsets.stream().limit(Math.max(0, offsets.size() - 1)).forEach(slot::remove);
        }
    }

    synchronized int failures() {
        return failures;
    }

    synchronized int seeks() {
        return seeks;
    }

    private static int articleSlot(String id) {
        return Math.floorMod(id.hashCode(), 2);
    }

    private static int actorSlot(String actor) {
        return 2 + Math.floorMod(actor.hashCode(), 2);
    }

    private static byte[] value(String id, String month, List<String> actors) {
        PartialDate published = PartialDate.of(YearMonth.parse(month));
        List<Mention> mentions = new ArrayList<>();
        for (String actor : actors) {
            Span span = new Span(mentions.size() * 4, mentions.size() * 4 + 3);
            Actor named = new Actor(actor, "Naam van " + actor, type(actor), false);
            mentions.add(new Mention(
                    "tek", span, type(actor), named, Mention.Form.NAME, true, "rule", "", List.of(), List.of()));
        }
        Article article = new Article(
                id,
                new PublicationDate(published, PublicationDate.Source.HEADER),
                "Kop van " + id,
                null,
                "tek ".repeat(actors.size()),
                Span.NONE,
                null,
                null);
        return AnnotatedArticleJson.topicValue(new AnnotatedArticle(article, List.of(), mentions, List.of(), "abcd"));
    }

    /** Countries have three letters here. */
    static ActorType type(String actor) {
        return actor.length() == 3 ? ActorType.COUNTRY : ActorType.PERSON;
    }

    @Override
    public Shape shape() {
        asked.run();
        return SHAPE;
    }

    @Override
    public Offsets stable() {
        asked.run();
        synchronized (this) {
            return Offsets.of(stable);
        }
    }

    @Override
    public Offsets ends() {
        asked.run();
        synchronized (this) {
            return Offsets.of(ends);
        }
    }

    @Override
    public Duration articleDeletionsKept() {
        return Duration.ofDays(90);
    }

    @Override
    public Duration actorMonthDeletionsKept() {
        return Duration.ofDays(1);
    }

    @Override
    public Reader reader(Duration wait) {
        return new MemoryReader();
    }

    @Override
    public void close() {}

    private final class MemoryReader implements Reader {

        private @Nullable Offsets at;

        @Override
        public Batch read(Offsets from, Duration patience) {
            synchronized (MemoryLog.this) {
                RuntimeException thrown = failure;
                if (thrown != null) {
                    failures++;
                    throw thrown;
                }
                seeks += from.equals(at) ? 0 : 1;
                if (Offsets.of(stable).equals(from)) {
                    await(patience);
                }
                Batch batch = batch(from);
                at = batch.next();
                return batch;
            }
        }

        private void await(Duration patience) {
            try {
                MemoryLog.this.wait(patience.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private Batch batch(Offsets from) {
            List<Entry> entries = new ArrayList<>();
            long[] next = new long[stable.length];
            for (int slot = 0; slot < stable.length; slot++) {
                long reached = from.next(slot);
                Map<Long, Entry> rest = slots.get(slot).subMap(reached, Math.max(reached, stable[slot]));
                for (Entry entry : rest.values()) {
                    if (entries.size() == AT_ONCE) {
                        break;
                    }
                    entries.add(entry);
                    reached = entry.offset() + 1;
                }
                boolean all = slots.get(slot)
                        .subMap(reached, Math.max(reached, stable[slot]))
                        .isEmpty();
                next[slot] = all ? Math.max(reached, stable[slot]) : reached;
            }
            return new Batch(entries, Offsets.of(next));
        }

        @Override
        public void close() {}
    }
}
