package kroniek.evaluate;

import java.util.function.UnaryOperator;
import kroniek.domain.Mention;

/**
 * How well mentions are found and resolved, one to one ({@link Pairing}).
 *
 * @param overlap right: paired, so the two share a character at least
 * @param exact right: the same span
 * @param typed right: the same span and the same type
 * @param endToEnd right: the same span and the right actor, by id as it stands ({@link GoldMention#hasActorOf})
 * @param endToEndMapped the same, with the found ids read through the article's {@link IdMapping}
 * @param link of the pairs with the same span, those with the right actor, by id as it stands
 * @param linkMapped the same, through the mapping
 */
public record MentionFigures(
        Score overlap, Score exact, Score typed, Score endToEnd, Score endToEndMapped, Share link, Share linkMapped)
        implements Figures<MentionFigures> {

    static final MentionFigures NONE =
            new MentionFigures(Score.NONE, Score.NONE, Score.NONE, Score.NONE, Score.NONE, Share.NONE, Share.NONE);

    static MentionFigures of(Pair<GoldMention, Mention> pair, IdMapping mapping) {
        GoldMention gold = pair.gold();
        Mention found = pair.found();
        if (gold == null || found == null) {
            Score alone = new Score(0, gold == null ? 0 : 1, found == null ? 0 : 1);
            return new MentionFigures(alone, alone, alone, alone, alone, Share.NONE, Share.NONE);
        }
        boolean exact = gold.hasSpanOf(found);
        boolean linked = exact && gold.hasActorOf(found, UnaryOperator.identity());
        boolean linkedMapped = exact && gold.hasActorOf(found, mapping::apply);
        return new MentionFigures(
                paired(true),
                paired(exact),
                paired(exact && gold.type() == found.type()),
                paired(linked),
                paired(linkedMapped),
                exact ? Share.one(linked) : Share.NONE,
                exact ? Share.one(linkedMapped) : Share.NONE);
    }

    private static Score paired(boolean right) {
        return new Score(right ? 1 : 0, 1, 1);
    }

    @Override
    public MentionFigures plus(MentionFigures other) {
        return new MentionFigures(
                overlap.plus(other.overlap),
                exact.plus(other.exact),
                typed.plus(other.typed),
                endToEnd.plus(other.endToEnd),
                endToEndMapped.plus(other.endToEndMapped),
                link.plus(other.link),
                linkMapped.plus(other.linkMapped));
    }
}
