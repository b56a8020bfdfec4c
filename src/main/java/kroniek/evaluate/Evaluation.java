package kroniek.evaluate;

import java.util.List;
import java.util.function.Function;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;

/** The program's results on gold: the dates of texts whose dates are marked, the actors of those whose actors are. */
public record Evaluation(DateEvaluation dates, ActorEvaluation actors) {

    /**
     * Scores texts.
     *
     * @param annotate finds the dates and actors of an article
     */
    public static Evaluation of(List<GoldText> texts, Function<Article, AnnotatedArticle> annotate) {
        Evaluation evaluation = new Evaluation(new DateEvaluation(), new ActorEvaluation());
        for (GoldText text : texts) {
            AnnotatedArticle annotated = annotate.apply(text.article());
            List<GoldExpression> expressions = text.expressions();
            if (expressions != null) {
                evaluation.dates.add(text, expressions, annotated);
            }
            List<GoldMention> mentions = text.mentions();
            if (mentions != null) {
                evaluation.actors.add(text, mentions, annotated);
            }
        }
        return evaluation;
    }
}
