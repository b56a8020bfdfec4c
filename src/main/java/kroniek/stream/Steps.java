package kroniek.stream;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Reading;
import kroniek.domain.Rejection;
import kroniek.language.DatedArticle;
import kroniek.language.Language;

/**
 * The steps from bytes to an annotated article. A failure in one of them is a fault of the program; it is caught here and becomes a value
 * with its reason, so that one article cannot stop the others and what it contributed before is taken back.
 *
 * @param normaliseDates finds the temporal expressions
 * @param extractActors finds the mentions
 * @param watcher is told what became of every version
 */
record Steps(
        Function<Article, DatedArticle> normaliseDates,
        Function<DatedArticle, AnnotatedArticle> extractActors,
        Watcher watcher) {

    static final String READ_ARTICLE = "read-article";
    static final String NORMALISE_DATES = "normalise-dates";
    static final String EXTRACT_ACTORS = "extract-actors";

    /** In code points. */
    private static final int LONGEST_ERROR = 2000;

    /** Without anybody who is told. */
    Steps(Function<Article, DatedArticle> normaliseDates, Function<DatedArticle, AnnotatedArticle> extractActors) {
        this(normaliseDates, extractActors, Watcher.NONE);
    }

    static Steps of(Language language) {
        return of(language, Watcher.NONE);
    }

    static Steps of(Language language, Watcher watcher) {
        return new Steps(language::normaliseDates, language::extractActors, watcher);
    }

    Version read(String id, Format format, byte[] bytes) {
        return attempt(READ_ARTICLE, id, bytes, () -> {
            Reading reading = ArticleReader.read(id, format, bytes);
            return reading instanceof Article article
                    ? new Version.Accepted(article, bytes)
                    : new Version.Rejected((Rejection) reading, bytes);
        });
    }

    Version normaliseDates(String id, Version version) {
        if (!(version instanceof Version.Accepted accepted)) {
            return version;
        }
        byte[] bytes = accepted.bytes();
        return attempt(
                NORMALISE_DATES, id, bytes, () -> new Version.Dated(normaliseDates.apply(accepted.article()), bytes));
    }

    /** The last of the steps; all versions pass it, also those that became something else before. */
    Version extractActors(String id, Version version) {
        Version result = version instanceof Version.Dated dated ? extractActors(id, dated) : version;
        tell(result);
        return result;
    }

    private Version extractActors(String id, Version.Dated dated) {
        return attempt(
                EXTRACT_ACTORS,
                id,
                dated.bytes(),
                () -> new Version.Annotated(extractActors.apply(dated.article()), dated.bytes()));
    }

    private void tell(Version result) {
        if (result instanceof Version.Annotated annotated) {
            watcher.annotated(annotated.article());
        } else if (result instanceof Version.Rejected rejected) {
            watcher.rejected(rejected.rejection().reason());
        } else if (result instanceof Version.Failed) {
            watcher.failed();
        } else if (result instanceof Version.Withdrawn) {
            watcher.withdrawn();
        }
    }

    private static Version attempt(String step, String id, byte[] bytes, Supplier<Version> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            String error = trace.length == 0 ? e.toString() : e + " at " + trace[0];
            return new Version.Failed(id, step, text(error), bytes);
        }
    }

    /** What fits into a record, and is text: an exception may quote the article, and half a character of it. */
    private static String text(String error) {
        boolean fits = error.codePointCount(0, error.length()) <= LONGEST_ERROR;
        String cut = fits ? error : error.substring(0, error.offsetByCodePoints(0, LONGEST_ERROR)) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
