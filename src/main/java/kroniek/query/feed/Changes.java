package kroniek.query.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Mention;
import kroniek.query.feed.Change.Kind;
import kroniek.query.feed.Change.Mentioned;
import kroniek.query.feed.Change.OfActorMonth;
import kroniek.query.feed.Change.OfArticle;
import kroniek.query.feed.Change.Told;
import kroniek.query.feed.Log.Entry;
import kroniek.query.feed.Log.Shape;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.Before;
import kroniek.topic.Values;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which change a record of the topics is: a function of the record alone, so that it is the same for all who read it. */
final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private Changes() {}

    /** The change; empty for a record that Kroniek did not write, which is told of in the log. */
    static Optional<Change> of(Entry entry, Shape shape) {
        try {
            return Optional.of(entry.slot() < shape.articles() ? article(entry) : actorMonth(entry));
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "the record of '{}' at offset {} of partition {} of the topic of {} cannot be read and is left out"
                            + " of the feed: {}",
                    entry.key(),
                    entry.offset(),
                    entry.slot() < shape.articles() ? entry.slot() : entry.slot() - shape.articles(),
                    entry.slot() < shape.articles() ? "articles" : "actor months",
                    unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Change article(Entry entry) {
        String id = Objects.requireNonNull(entry.key(), "it has no key");
        byte[] value = entry.value();
        Before before = entry.before() == null ? null : Before.parse(entry.before());
        if (value == null) {
            return new OfArticle(id, Kind.WITHDRAWN, before, null);
        }
        Kind kind = before == null ? Kind.NEW : Kind.CORRECTED;
        return new OfArticle(id, kind, before, told(AnnotatedArticleJson.read(value)));
    }

    private static Told told(AnnotatedArticle article) {
        Map<String, Mentioned> actors = new LinkedHashMap<>();
        for (Mention mention : article.mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null) {
                actors.merge(actor.id(), new Mentioned(actor.id(), actor.name(), actor.type(), 1), Changes::sum);
            }
        }
        List<Mentioned> most = new ArrayList<>(actors.values());
        most.sort(Comparator.comparingInt(Mentioned::mentions).reversed().thenComparing(Mentioned::id));
        return new Told(article.article().published().value(), article.article().title(), article.duplicateOf(), most);
    }

    private static Mentioned sum(Mentioned known, Mentioned more) {
        return new Mentioned(known.id(), known.name(), known.type(), known.mentions() + more.mentions());
    }

    private static Change actorMonth(Entry entry) {
        byte[] before = entry.before();
        @Nullable
        ActorType typeBefore = before == null ? null : ActorType.valueOf(new String(before, StandardCharsets.UTF_8));
        @Nullable
        ActorMonth now =
                entry.value() == null ? null : Values.ACTOR_MONTH.deserializer().deserialize("", entry.value());
        return new OfActorMonth(ActorMonthKey.parse(entry.key()), typeBefore, now);
    }
}
