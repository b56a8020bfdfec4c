package kroniek.domain;

import java.time.YearMonth;
import java.util.List;

/**
 * What one article says of one actor: how often, and the sentences that prove it. The unit that is added to a count and taken back.
 *
 * @param actor who is mentioned
 * @param published the article's publication date; its month is the month of the count
 * @param article the article's id
 * @param mentions how many counted mentions; exact also where the evidence is cut
 * @param evidence the sentences with their mentions, in order
 * @param cut whether sentences or mentions were left out of the evidence to keep it bounded
 */
public record ArticleMentions(
        Actor actor, PartialDate published, String article, int mentions, List<Sentence> evidence, boolean cut) {

    /** Copies the list. */
    public ArticleMentions {
        evidence = List.copyOf(evidence);
    }

    /** The month that these mentions count in. */
    public YearMonth month() {
        return published.month();
    }

    /**
     * A sentence of the article that mentions the actor.
     *
     * @param start where {@code text} begins in the article, in code points
     * @param text the sentence, or a window of it where it is very long
     * @param mentions the actor's mentions in it, in order
     */
    public record Sentence(int start, String text, List<Place> mentions) {

        /** Copies the list. */
        public Sentence {
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * One mention as evidence.
     *
     * @param span where it stands in the article
     * @param form how the actor is named
     * @param rule the rule or lexicon entry that found it
     */
    public record Place(Span span, Mention.Form form, String rule) {}
}
