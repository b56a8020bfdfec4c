package kroniek.evaluate;

import java.util.List;
import java.util.function.UnaryOperator;
import kroniek.domain.ActorType;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;

/**
 * A mention as somebody marked it by hand.
 *
 * @param text the characters of the span
 * @param span where it stands
 * @param type what is named
 * @param actor the actor's id; null where the mention is ambiguous, and perhaps for a place
 * @param counted whether it counts
 * @param candidates the ids between which the article does not decide; otherwise empty
 */
public record GoldMention(
        String text, Span span, ActorType type, @Nullable String actor, boolean counted, List<String> candidates) {

    boolean hasSpanOf(Mention found) {
        return span.equals(found.span());
    }

    /**
     * Whether the found mention names the right actor. Of an ambiguous mention it must leave the actor open; of a place
     * only the type is compared, for places are never counted and their ids are nobody's.
     *
     * @param ids turns the id that was found into the one to compare
     */
    boolean hasActorOf(Mention found, UnaryOperator<String> ids) {
        if (!candidates.isEmpty()) {
            return found.ambiguous();
        }
        if (type == ActorType.PLACE) {
            return found.type() == ActorType.PLACE;
        }
        var who = found.actor();
        return who != null && !found.ambiguous() && ids.apply(who.id()).equals(actor);
    }

    /** How well the two fit for {@link Pairing}. */
    int closeness(Mention found) {
        return hasSpanOf(found) ? Pairing.SAME : Pairing.shared(span, found.span());
    }

    @Override
    public String toString() {
        String who = candidates.isEmpty() ? String.valueOf(actor) : String.join(" or ", candidates) + "?";
        return text + " " + type + " " + who + (counted ? " counted" : " not counted");
    }
}
