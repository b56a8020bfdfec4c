package kroniek.query.feed;

import java.util.Set;
import java.util.stream.Stream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.query.feed.Change.Mentioned;
import kroniek.query.feed.Change.OfActorMonth;
import kroniek.query.feed.Change.OfArticle;
import kroniek.query.feed.Change.Told;
import kroniek.topic.Before;
import org.jspecify.annotations.Nullable;

/**
 * Which changes somebody follows: those of what the filter lets pass now, and of what it let pass before, so that who keeps a copy can take out what
 * does not belong there any more. Of what is gone, where it is not known what it was, it lets pass too much rather than too little.
 *
 * @param topics what is followed
 * @param actor articles that mention an actor, and its actor months; null for all
 * @param type articles that mention an actor of a type (together with {@code actor}: that one), and the actor months of such; null for all
 * @param month articles and actor months of a month, as {@code 2018-02}; null for all
 */
public record Filter(
        Set<Topic> topics,
        @Nullable String actor,
        @Nullable ActorType type,
        @Nullable String month) {

    /** Everything. */
    public static final Filter ALL = new Filter(Set.of(Topic.values()), null, null, null);

    /** What can be followed. */
    public enum Topic {
        /** Articles. */
        ARTICLE,
        /** Actor months. */
        ACTOR_MONTH
    }

    /** Copies the set. */
    public Filter {
        topics = Set.copyOf(topics);
    }

    boolean passes(Change change) {
        return change instanceof OfArticle article ? passes(article) : passes((OfActorMonth) change);
    }

    private boolean passes(OfArticle change) {
        return topics.contains(Topic.ARTICLE)
                && ((change.now() != null && passes(change.now()))
                        || (change.kind() != Change.Kind.NEW && mayHavePassed(change.before())));
    }

    private boolean passes(Told now) {
        Stream<Mentioned> actors = now.actors().stream()
                .filter(mentioned ->
                        (actor == null || actor.equals(mentioned.id())) && (type == null || type == mentioned.type()));
        return (month == null || month.equals(now.published().month().toString()))
                && ((actor == null && type == null) || actors.findAny().isPresent());
    }

    /** Of which type its actors were is not known, nor the month of one that had none. */
    private boolean mayHavePassed(@Nullable Before before) {
        return before == null
                || ((month == null || before.month().isEmpty() || month.equals(before.month()))
                        && (actor == null || before.mayHaveMentioned(actor))
                        && (type == null || before.mayHaveMentionedAnybody()));
    }

    private boolean passes(OfActorMonth change) {
        return topics.contains(Topic.ACTOR_MONTH)
                && (actor == null || actor.equals(change.key().actor()))
                && (month == null || month.equals(change.key().month().toString()))
                && (type == null || ofType(type, change.typeBefore(), change.now()));
    }

    private static boolean ofType(ActorType type, @Nullable ActorType before, @Nullable ActorMonth now) {
        return now == null ? before == null || type == before : type == now.type() || type == before;
    }
}
