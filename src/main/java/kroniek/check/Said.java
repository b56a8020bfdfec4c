package kroniek.check;

import kroniek.domain.Actor;
import kroniek.domain.ArticleMentions;
import kroniek.domain.PartialDate;

/**
 * How often one article mentions one actor: what a record of the topic of mentions says beside its sentences.
 *
 * @param actor who is mentioned, with the name that the article adds to the count
 * @param published when the article was published
 * @param mentions how many mentions count
 * @param copy whether the article is a copy of another
 */
public record Said(Actor actor, PartialDate published, int mentions, boolean copy) {

    /** What a record of the topic of mentions says. */
    public static Said of(ArticleMentions mentions) {
        return new Said(mentions.actor(), mentions.published(), mentions.mentions(), mentions.copy());
    }

    /** The same in an article that is a copy, or none. */
    Said in(boolean aCopy) {
        return new Said(actor, published, mentions, aCopy);
    }

    @Override
    public String toString() {
        return "%d mentions of %s (%s%s), published %s%s"
                .formatted(
                        mentions,
                        actor.name(),
                        actor.type(),
                        actor.provisional() ? ", not in the lexicon" : "",
                        published,
                        copy ? ", in a copy" : "");
    }
}
