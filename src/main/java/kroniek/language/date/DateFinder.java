package kroniek.language.date;

import java.util.ArrayList;
import java.util.List;
import kroniek.domain.Article;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.DataException;
import kroniek.language.text.Dictionary;
import kroniek.language.text.Text;

/** Finds the temporal expressions of an article. Immutable, shared between threads. */
public final class DateFinder {

    private final Grammar grammar;
    private final Tense tense;
    private final Dateline dateline;

    private DateFinder(Grammar grammar) {
        this.grammar = grammar;
        this.tense = new Tense(grammar);
        this.dateline = new Dateline(grammar);
    }

    /**
     * Compiles the rules.
     *
     * @throws DataException if one of them is wrong, naming file and line
     */
    public static DateFinder load() {
        return load(new Dictionary.Builder());
    }

    /**
     * Compiles the rules and adds their words to a dictionary; texts that are cut with that dictionary are read faster.
     *
     * @throws DataException if one of them is wrong, naming file and line
     */
    public static DateFinder load(Dictionary.Builder dictionary) {
        return new DateFinder(Grammar.load(dictionary));
    }

    /**
     * Finds the temporal expressions of an article and its publication date, refined by a dateline where there is
     * one.
     */
    public Dates find(Article article, Text text) {
        Scan scan = new Scan(grammar, text);
        int body = text.tokenAt(text.utf16(article.header().end()));
        List<Match> matches = dateline.joined(text, scan.matches(body));
        Dateline.Refined published = dateline.refine(article.published(), text, matches);
        Resolver resolver =
                new Resolver(scan, tense, new Anchor(published.date().value()), matches);
        Anchors anchors = new Anchors(text, matches, published.dateline());
        List<TemporalExpression> expressions = new ArrayList<>(matches.size());
        for (Match match : matches) {
            Value value = resolver.value(match);
            if (value != null) {
                expressions.add(expression(text, match, value, anchors.of(match, resolver.anchoredAt())));
            }
        }
        return new Dates(published.date(), expressions);
    }

    private static TemporalExpression expression(
            Text text, Match match, Value value, TemporalExpression.Anchor anchor) {
        Span span = text.span(match.first(), match.last());
        String characters = text.between(match.first(), match.last());
        return new TemporalExpression(
                characters,
                span,
                value.type(),
                value.text(),
                value.mod(),
                anchor,
                match.rule().name());
    }

    /** The files that it reads, as {@link kroniek.language.text.DataFile#resource} names them. */
    public static List<String> files() {
        return Grammar.files();
    }

    /** The rules, for the test that runs their examples. */
    List<Rule> rules() {
        return grammar.rules();
    }

    /**
     * What was found.
     *
     * @param published the publication date, refined by a dateline where the text has one inside the header's month
     * or day
     * @param expressions the temporal expressions, in order, disjoint
     */
    public record Dates(PublicationDate published, List<TemporalExpression> expressions) {}
}
