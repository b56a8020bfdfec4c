package kroniek.topic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.Mention.Form;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;
import org.jspecify.annotations.Nullable;

/** Annotated articles made by hand, for tests of the forms that they are written in. */
public final class AnnotatedArticles {

    private static final String TEXT = """
             date 2018-02 CNN

            7 februari 2018

            De Belgische premier Anna Peeters sprak gisteren in Oslo met Visser, meldt Belga. 🎉
            Peeters reist eind april naar Noorwegen.
            """;

    private AnnotatedArticles() {}

    /** An article with every kind of expression and mention that a reader may meet. */
    public static AnnotatedArticle complete() {
        Actor premier = new Actor("anna-peeters", "Anna Peeters", ActorType.PERSON, true);
        return new AnnotatedArticle(
                new Article(
                        "be/oslo.txt",
                        new PublicationDate(PartialDate.of(LocalDate.of(2018, 2, 7)), PublicationDate.Source.DATELINE),
                        null,
                        "CNN",
                        TEXT,
                        new Span(0, 13),
                        null,
                        new Span(14, 17)),
                List.of(
                        time("7 februari 2018", "2018-02-07", null, Anchor.EXPLICIT, "date"),
                        time("gisteren", "2018-02-06", null, Anchor.dateline(find("7 februari 2018")), "deictic"),
                        time("eind april", "2018-04", "END", Anchor.PUBLICATION, "part")),
                List.of(
                        mention(
                                "CNN",
                                new Actor("cnn", "CNN", ActorType.ORGANISATION, false),
                                Form.NAME,
                                false,
                                "label"),
                        mention("Belgische", country("BEL", "België"), Form.DEMONYM, true, "country"),
                        mention("Anna Peeters", premier, Form.NAME, true, "title"),
                        mention("Oslo", new Actor("oslo", "Oslo", ActorType.PLACE, false), Form.NAME, false, "place"),
                        ambiguous("Visser", List.of("jan-visser", "kim-visser")),
                        mention(
                                "Belga",
                                new Actor("belga", "Belga", ActorType.ORGANISATION, false),
                                Form.NAME,
                                true,
                                "name"),
                        resolved("Peeters", premier, "surname of Anna Peeters"),
                        mention("Noorwegen", country("NOR", "Noorwegen"), Form.NAME, true, "country")),
                List.of(between("De Belgische", "Belga."), between("🎉", "Noorwegen.")),
                "0a1b2c3d");
    }

    /** An article in which nothing was found, its text given. */
    public static AnnotatedArticle bare(String id, @Nullable String title, String text) {
        return new AnnotatedArticle(
                new Article(
                        id,
                        new PublicationDate(PartialDate.of(YearMonth.of(2018, 2)), PublicationDate.Source.HEADER),
                        title,
                        null,
                        text,
                        Span.NONE,
                        null,
                        null),
                List.of(),
                List.of(),
                List.of(),
                "0a1b2c3d");
    }

    private static TemporalExpression time(
            String words, String value, @Nullable String mod, Anchor anchor, String rule) {
        return new TemporalExpression(words, find(words), TemporalExpression.Type.DATE, value, mod, anchor, rule);
    }

    private static Actor country(String id, String name) {
        return new Actor(id, name, ActorType.COUNTRY, false);
    }

    private static Mention mention(String name, Actor actor, Form form, boolean counted, String rule) {
        return new Mention(name, find(name), actor.type(), actor, form, counted, rule, "", List.of());
    }

    private static Mention ambiguous(String name, List<String> candidates) {
        return new Mention(
                name, find(name), ActorType.PERSON, null, Form.ALIAS, false, "surname", "two of that name", candidates);
    }

    private static Mention resolved(String name, Actor actor, String evidence) {
        int at = TEXT.lastIndexOf(name);
        return new Mention(
                name,
                span(at, at + name.length()),
                actor.type(),
                actor,
                Form.COREFERENCE,
                true,
                "surname",
                evidence,
                List.of());
    }

    private static Span find(String words) {
        int at = TEXT.indexOf(words);
        return span(at, at + words.length());
    }

    private static Span between(String first, String last) {
        return span(TEXT.indexOf(first), TEXT.indexOf(last) + last.length());
    }

    private static Span span(int from, int to) {
        return new Span(TEXT.codePointCount(0, from), TEXT.codePointCount(0, to));
    }
}
