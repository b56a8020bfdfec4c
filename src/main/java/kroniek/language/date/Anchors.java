package kroniek.language.date;

import java.util.List;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of the expressions of one text.
 *
 * @param text the text
 * @param matches its matches, in order and disjoint
 * @param dateline the one that refined the publication date, or null
 */
record Anchors(Text text, List<Match> matches, @Nullable Match dateline) {

    /** The anchor of a match whose value was computed from the match at a token, or one of the constants of anchoring. */
    TemporalExpression.Anchor of(Match match, int anchoredAt) {
        return switch (anchoredAt) {
            case Anchoring.NOTHING -> TemporalExpression.Anchor.NONE;
            case Anchoring.ITSELF -> TemporalExpression.Anchor.EXPLICIT;
            case Anchoring.PUBLICATION -> published(match);
            default -> TemporalExpression.Anchor.text(span(matches.get(Match.behind(matches, anchoredAt - 1))));
        };
    }

    /** A dateline without a year has it from the header. */
    private TemporalExpression.Anchor published(Match match) {
        return dateline == null || dateline.first() == match.first()
                ? TemporalExpression.Anchor.PUBLICATION
                : TemporalExpression.Anchor.dateline(span(dateline));
    }

    private Span span(Match match) {
        return text.span(match.first(), match.last());
    }
}
