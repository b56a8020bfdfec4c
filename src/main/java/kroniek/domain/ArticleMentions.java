package kroniek.domain;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one article says of one actor: how often, and the sentences that prove it. The unit that is added to a count and taken back.
 *
 * @param actor who is mentioned
 * @param published the article's publication date; its month is the month of the count
 * @param article the article's id
 * @param mentions how many counted mentions; exact also where the evidence is cut
 * @param evidence the sentences with their mentions, in order
 * @param cut whether sentences or mentions were left out of the evidence to keep it bounded
 * @param companions the other actors that it is paired with, in the order of their ids; none where the actor is not among those of the
 *     article that are mentioned most
 * @param mentioned the months that the sentences of these mentions speak of, earliest first, the open ones last; all mentions together
 * @param copy whether the article is a copy of another
 */
public record ArticleMentions(
        Actor actor,
        PartialDate published,
        String article,
        int mentions,
        List<Sentence> evidence,
        boolean cut,
        List<Companion> companions,
        List<Mentioned> mentioned,
        boolean copy) {

    /** Copies the lists. */
    public ArticleMentions {
        evidence = List.copyOf(evidence);
        companions = List.copyOf(companions);
        mentioned = List.copyOf(mentioned);
    }

    /** What an earlier release noted: nothing of companions, of the months that sentences speak of and of copies. */
    public ArticleMentions(
            Actor actor, PartialDate published, String article, int mentions, List<Sentence> evidence, boolean cut) {
        this(actor, published, article, mentions, evidence, cut, List.of(), List.of(), false);
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

    /**
     * Another actor of the article.
     *
     * @param actor its id
     * @param sentences how many sentences mention both; 0 where they only stand in the same article
     */
    public record Companion(String actor, int sentences) {}

    /**
     * How many mentions stand in sentences that speak of one month.
     *
     * @param month the month, or null where the text does not settle one
     * @param mentions how many
     */
    public record Mentioned(@Nullable YearMonth month, int mentions) {}
}
