package kroniek.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;
import org.jspecify.annotations.Nullable;

/** A text with gold and with what was found; spans are given by words, which stand in the text once. */
final class Scene {

    final List<GoldExpression> goldDates = new ArrayList<>();
    final List<GoldMention> goldActors = new ArrayList<>();
    final List<Span> ignored = new ArrayList<>();
    private final List<TemporalExpression> dates = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Article article;
    private final String theme;

    /** A text of the theme "theme", published in February 2018. */
    Scene(String text) {
        this("theme", "2018-02", text);
    }

    Scene(String theme, String month, String text) {
        this.theme = theme;
        PublicationDate published =
                new PublicationDate(PartialDate.of(YearMonth.parse(month)), PublicationDate.Source.HEADER);
        article = new Article(theme + ".txt", published, null, null, text, Span.NONE, null, null);
    }

    Span span(String words) {
        int start = article.text().indexOf(words);
        assertThat(article.text()).as("holds it once").containsOnlyOnce(words);
        int codePoints = article.text().codePointCount(0, start);
        return new Span(codePoints, codePoints + words.codePointCount(0, words.length()));
    }

    // Gold

    GoldExpression expression(String words, TemporalExpression.Type type, String value) {
        Span span = span(words);
        return new GoldExpression(
                words, span, Set.of(span), type, Set.of(type), value, Set.of(value), null, false, List.of());
    }

    static GoldExpression optional(GoldExpression e) {
        return new GoldExpression(
                e.text(), e.span(), e.spans(), e.type(), e.types(), e.value(), e.values(), e.mod(), true, e.variants());
    }

    static GoldExpression withMod(GoldExpression e, String mod) {
        return new GoldExpression(
                e.text(), e.span(), e.spans(), e.type(), e.types(), e.value(), e.values(), mod, false, e.variants());
    }

    static GoldExpression or(GoldExpression e, Span span, TemporalExpression.Type type, String value) {
        return new GoldExpression(
                e.text(),
                e.span(),
                Set.of(e.span(), span),
                e.type(),
                Set.copyOf(List.of(e.type(), type).stream().distinct().toList()),
                e.value(),
                new LinkedHashSet<>(List.of(e.value(), value)),
                e.mod(),
                false,
                List.of());
    }

    static GoldExpression variant(GoldExpression e, List<GoldExpression> variant) {
        return new GoldExpression(
                e.text(),
                e.span(),
                e.spans(),
                e.type(),
                e.types(),
                e.value(),
                e.values(),
                e.mod(),
                e.optional(),
                List.of(variant));
    }

    Scene gold(GoldExpression expression) {
        goldDates.add(expression);
        return this;
    }

    Scene gold(String words, TemporalExpression.Type type, String value) {
        return gold(expression(words, type, value));
    }

    Scene gold(String words, ActorType type, String id) {
        return gold(words, type, id, type != ActorType.PLACE);
    }

    Scene gold(String words, ActorType type, String id, boolean counted) {
        goldActors.add(new GoldMention(words, span(words), type, id, counted, List.of()));
        return this;
    }

    Scene goldAmbiguous(String words, ActorType type, String... candidates) {
        goldActors.add(new GoldMention(words, span(words), type, null, false, List.of(candidates)));
        return this;
    }

    // What was found

    Scene found(String words, TemporalExpression.Type type, String value) {
        return found(words, type, value, null);
    }

    Scene found(String words, TemporalExpression.Type type, String value, @Nullable String mod) {
        dates.add(new TemporalExpression(words, span(words), type, value, mod, Anchor.EXPLICIT, "rule-x"));
        return this;
    }

    Scene found(String words, ActorType type, String id) {
        return found(words, type, id, type != ActorType.PLACE);
    }

    Scene found(String words, ActorType type, String id, boolean counted) {
        Actor actor = type == ActorType.PLACE ? null : new Actor(id, id, type, false);
        mentions.add(new Mention(words, span(words), type, actor, Mention.Form.NAME, counted, "rule-y", "", List.of()));
        return this;
    }

    Scene foundAmbiguous(String words, ActorType type, String... candidates) {
        mentions.add(new Mention(
                words, span(words), type, null, Mention.Form.ALIAS, false, "rule-y", "", List.of(candidates)));
        return this;
    }

    // The score

    static DateEvaluation dates(Scene... scenes) {
        return evaluation(scenes).dates();
    }

    static ActorEvaluation actors(Scene... scenes) {
        return evaluation(scenes).actors();
    }

    static Evaluation evaluation(Scene... scenes) {
        List<GoldText> texts = new ArrayList<>();
        for (Scene scene : scenes) {
            texts.add(new GoldText(scene.theme, scene.article, scene.goldDates, scene.ignored, scene.goldActors));
        }
        Iterator<Scene> next = List.of(scenes).iterator();
        return Evaluation.of(texts, article -> {
            Scene scene = next.next();
            return new AnnotatedArticle(article, scene.dates, scene.mentions, List.of(), "test");
        });
    }
}
