package kroniek.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;
import kroniek.language.DatedArticle;
import kroniek.language.text.Text;

/**
 * A language for tests of the topology, in which a mention is written {@code @id} or, with a name that no lexicon knows,
 * {@code @id=Name}, or, with a name that is so many times the id, {@code @id*5000}; a date by its value, {@code #2018-02-07}; and in which the words {@code BOEM-DATES} and {@code BOEM-ACTORS} make a step fail.
 */
final class AtLanguage {

    static final String VERSION = "at";

    static final Steps STEPS = new Steps(AtLanguage::dates, AtLanguage::actors);

    private static final Pattern DATE = Pattern.compile("#([0-9XW-]+)");
    private static final Pattern MENTION = Pattern.compile("@(\\w[\\w-]*)(?:=(\\w+))?(?:\\*(\\d+))?");

    private AtLanguage() {}

    private static DatedArticle dates(Article article) {
        if (article.text().contains("BOEM-DATES")) {
            throw new IllegalStateException("the dates exploded");
        }
        List<TemporalExpression> expressions = new ArrayList<>();
        Matcher m = DATE.matcher(article.text());
        while (m.find()) {
            expressions.add(new TemporalExpression(
                    m.group(),
                    span(article.text(), m),
                    TemporalExpression.Type.DATE,
                    m.group(1),
                    null,
                    Anchor.EXPLICIT,
                    "at"));
        }
        return new DatedArticle(article, Text.of(article.text()), expressions);
    }

    private static AnnotatedArticle actors(DatedArticle dated) {
        String text = dated.article().text();
        if (text.contains("BOEM-ACTORS")) {
            throw new IllegalStateException("the actors exploded");
        }
        List<Mention> mentions = new ArrayList<>();
        Matcher m = MENTION.matcher(text);
        while (m.find()) {
            boolean provisional = m.group(2) != null;
            String name = provisional ? m.group(2) : m.group(1);
            int times = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
            Actor actor = new Actor(m.group(1), name.repeat(times), ActorType.PERSON, provisional);
            mentions.add(new Mention(
                    m.group(), span(text, m), ActorType.PERSON, actor, Mention.Form.NAME, true, "at", "", List.of()));
        }
        return new AnnotatedArticle(dated.article(), dated.expressions(), mentions, sentences(text), VERSION);
    }

    private static Span span(String text, Matcher m) {
        return new Span(text.codePointCount(0, m.start()), text.codePointCount(0, m.end()));
    }

    private static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        int start = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '.' || i == points.length - 1) {
                sentences.add(new Span(start, i + 1));
                start = i + 1;
            }
        }
        return sentences;
    }
}
