package kroniek.query.feed;

import java.util.List;
import java.util.Locale;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.Before;
import org.jspecify.annotations.Nullable;

/** One change that readers can follow. */
public sealed interface Change {

    /** How much memory it takes, in actors. */
    default int weight() {
        return 1;
    }

    /**
     * An article that was annotated, or is not among the annotated ones any more.
     *
     * @param id its id
     * @param kind what became of it
     * @param before what it was before, where that is known
     * @param now what it is; null where it is gone
     */
    record OfArticle(
            String id,
            Kind kind,
            @Nullable Before before,
            @Nullable Told now) implements Change {

        @Override
        public int weight() {
            return 1 + (now == null ? 0 : now.actors().size());
        }
    }

    /**
     * What is told of an article.
     *
     * @param published when it was published
     * @param title its title, if it has one
     * @param duplicateOf the id of the article that it is a copy of, if it is one
     * @param actors whom it mentions, most often first
     */
    record Told(
            PartialDate published,
            @Nullable String title,
            @Nullable String duplicateOf,
            List<Mentioned> actors) {

        /** Copies the list. */
        public Told {
            actors = List.copyOf(actors);
        }
    }

    /**
     * An actor of an article.
     *
     * @param mentions how often the article mentions it, as far as its mentions are listed
     */
    record Mentioned(String id, String name, ActorType type, int mentions) {}

    /** What became of an article. */
    enum Kind {
        /** It was not among the annotated articles before. */
        NEW,
        /** It was, and now says something else. */
        CORRECTED,
        /** It was withdrawn, or its newest version was rejected or failed. */
        WITHDRAWN;

        /** Lower case: {@code new}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An actor month that changed, or is gone.
     *
     * @param key whose
     * @param typeBefore what the actor was before, where that is known and it is not the same now
     * @param now the row; null where it is gone
     */
    record OfActorMonth(
            ActorMonthKey key,
            @Nullable ActorType typeBefore,
            @Nullable ActorMonth now) implements Change {}
}
