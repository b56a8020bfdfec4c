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
 */
public record Said(Actor actor, PartialDate published, int mentions) {

    /** What a record of the topic of mentions says. */
    public static Said of(ArticleMentions mentions) {
        return new Said(mentions.actor(), mentions.published(), mentions.mentions());
    }

    @Override
    public String toString() {
        return "%d mentions of %s (%s%s), published %s"
                .formatted(
                        mentions,
                        actor.name(),
                        actor.type(),
                        actor.provisional() ? ", not in the lexicon" : "",
                        published);
    }
}
