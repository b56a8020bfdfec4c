package kroniek.language;

import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Explanations;
import kroniek.domain.Mention;
import kroniek.language.actor.ActorFinder;
import kroniek.language.date.DateFinder;
import kroniek.language.explain.Explainer;
import kroniek.language.text.DataException;
import kroniek.language.text.Text;

/** The two steps from an article to what it says: its dates, then its actors. Compiled once, immutable, shared between threads. */
public final class Language {

    /** The most code points of a name. */
    static final int LONGEST_NAME = 200;

    private final DateFinder dates;
    private final ActorFinder actors;
    private final Explainer explainer;

    private Language(DateFinder dates, ActorFinder actors, Explainer explainer) {
        this.dates = dates;
        this.actors = actors;
        this.explainer = explainer;
    }

    /**
     * Compiles the rules and lexicons that the program carries.
     *
     * @throws DataException if one of them is wrong, naming file and line
     */
    public static Language load() {
        return new Language(DateFinder.load(), ActorFinder.load(), Explainer.load());
    }

    /** Finds the temporal expressions, and refines the publication date by a dateline where the text has one. */
    public DatedArticle normaliseDates(Article article) {
        Text text = Text.of(article.text());
        DateFinder.Dates found = dates.find(article, text);
        return new DatedArticle(article.withPublished(found.published()), text, found.expressions());
    }

    /** Finds the mentions and resolves each to its actor. */
    public AnnotatedArticle extractActors(DatedArticle dated) {
        ActorFinder.Actors found = actors.find(dated.article(), dated.text(), dated.expressions());
        List<Mention> names =
                found.mentions().stream().filter(Language::isOfANamesLength).toList();
        return new AnnotatedArticle(dated.article(), dated.expressions(), names, found.sentences());
    }

    /** What is longer is text in capitals or an attack; it would stand in every record about the actor. */
    private static boolean isOfANamesLength(Mention mention) {
        Actor actor = mention.actor();
        return mention.span().length() <= LONGEST_NAME
                && (actor == null || actor.name().length() <= LONGEST_NAME);
    }

    /** Both steps. */
    public AnnotatedArticle annotate(Article article) {
        return extractActors(normaliseDates(article));
    }

    /** Puts into words why each expression and mention is what it is; computed only here, not by {@link #annotate}. */
    public Explanations explain(AnnotatedArticle annotated) {
        return explainer.explain(annotated, id -> {
            Actor known = actors.actor(id);
            return known == null ? id : known.name();
        });
    }
}
