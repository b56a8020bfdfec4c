package kroniek.language.date;

import java.util.List;
import kroniek.domain.Article;
import kroniek.domain.PublicationDate;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.Text;

/** Finds the temporal expressions of an article. Immutable, shared between threads. */
public final class DateFinder {

    private DateFinder() {}

    /** Compiles the rules. */
    public static DateFinder load() {
        return new DateFinder();
    }

    /** Finds the temporal expressions of an article and its publication date, refined by a dateline where there is one. */
    public Dates find(Article article, Text text) {
        return new Dates(article.published(), List.of());
    }

    /**
     * What was found.
     *
     * @param published the publication date, refined by a dateline where the text has one inside the header's month or day
     * @param expressions the temporal expressions, in order, disjoint
     */
    public record Dates(PublicationDate published, List<TemporalExpression> expressions) {}
}
