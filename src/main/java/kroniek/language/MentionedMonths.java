package kroniek.language;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import org.jspecify.annotations.Nullable;

/**
 * Tells which month a mention's sentence speaks of: that of the temporal expression which governs it. Of those in the same sentence that
 * settle a month ({@link TemporalExpression#month}), the nearest on either side are looked at; the one with fewer commas and the like between
 * it and the mention governs, else the nearer, else the earlier. "Sinds 2005" settles none, so in "Merkel, kanselier sinds 2005, sprak op 3
 * mei 2018 met Macron" both are mentioned of May.
 */
public final class MentionedMonths {

    /** What stands between the parts of a sentence. */
    private static final String MARKS = ",;:()\u2013\u2014";

    private final String text;

    /** In order, disjoint. */
    private final List<Settling> settling = new ArrayList<>();

    /** How many marks stand before each code point of the text; made when it is first asked for. */
    private int @Nullable [] marks;

    /** An expression that settles a month. */
    private record Settling(Span span, YearMonth month) {

        int distance(Span mention) {
            return Math.max(0, Math.max(mention.start() - span.end(), span.start() - mention.end()));
        }
    }

    /** Of an article with its temporal expressions. */
    public MentionedMonths(AnnotatedArticle annotated) {
        text = annotated.article().text();
        for (TemporalExpression expression : annotated.expressions()) {
            expression.month().ifPresent(month -> settling.add(new Settling(expression.span(), month)));
        }
    }

    /**
     * The month that a mention is of; null where nothing in its sentence settles one.
     *
     * @param mention where the mention stands
     * @param sentence where its sentence stands
     */
    public @Nullable YearMonth of(Span mention, Span sentence) {
        int behind = firstBehind(mention.start());
        Settling before = within(sentence, behind - 1);
        Settling after = within(sentence, behind);
        if (before == null || after == null) {
            return before != null ? before.month() : after != null ? after.month() : null;
        }
        int marksBefore = marksBetween(before.span().end(), mention.start());
        int marksAfter = marksBetween(mention.end(), after.span().start());
        boolean earlier = marksBefore == marksAfter
                ? before.distance(mention) <= after.distance(mention)
                : marksBefore < marksAfter;
        return (earlier ? before : after).month();
    }

    private int marksBetween(int from, int to) {
        if (marks == null) {
            marks = marks(text);
        }
        return Math.max(0, marks[to] - marks[from]);
    }

    private static int[] marks(String text) {
        int[] points = text.codePoints().toArray();
        int[] marks = new int[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            marks[i + 1] = marks[i] + (MARKS.indexOf(points[i]) < 0 ? 0 : 1);
        }
        return marks;
    }

    private @Nullable Settling within(Span sentence, int index) {
        boolean there = index >= 0
                && index < settling.size()
                && sentence.contains(settling.get(index).span());
        return there ? settling.get(index) : null;
    }

    /** The index of the first that begins behind an offset. */
    private int firstBehind(int offset) {
        int low = 0;
        int high = settling.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (settling.get(middle).span().start() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
