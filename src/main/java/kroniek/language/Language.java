package kroniek.language;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import kroniek.domain.Actor;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Explanations;
import kroniek.domain.Mention;
import kroniek.language.actor.ActorFinder;
import kroniek.language.date.DateFinder;
import kroniek.language.explain.Explainer;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.Dictionary;
import kroniek.language.text.SentenceSplitter;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/** The two steps from an article to what it says: its dates, then its actors. Compiled once, immutable, shared between threads. */
public final class Language {

    /** The most code points of a name. */
    static final int LONGEST_NAME = 200;

    private final Dictionary dictionary;
    private final DateFinder dates;
    private final ActorFinder actors;
    private final Explainer explainer;
    private final List<DataFile> own;
    /** Made when it is first asked for, of the checksums of the files that were read meanwhile. */
    private volatile @Nullable String version;

    private Language(
            Dictionary dictionary, DateFinder dates, ActorFinder actors, Explainer explainer, List<DataFile> own) {
        this.dictionary = dictionary;
        this.dates = dates;
        this.actors = actors;
        this.explainer = explainer;
        this.own = List.copyOf(own);
    }

    /**
     * Compiles the rules and lexicons that the program carries.
     *
     * @throws DataException if one of them is wrong, naming file and line
     */
    public static Language load() {
        return load(List.of());
    }

    /**
     * Compiles the rules and lexicons that the program carries, and a user's own.
     *
     * @param own actors and names that a user adds, in the form that {@code config/actors/own.tsv} describes
     * @throws DataException if one of the files is wrong, naming file and line
     */
    public static Language load(List<DataFile> own) {
        Dictionary.Builder words = new Dictionary.Builder();
        DateFinder dates = DateFinder.load(words);
        ActorFinder actors = ActorFinder.load(own, words);
        return new Language(words.build(), dates, actors, Explainer.load(), own);
    }

    /**
     * What annotations depend on besides the article and the program's code: a checksum of every file of rules and rows, a user's own among
     * them (of these without comments). Eight hexadecimal digits.
     */
    public String version() {
        String made = version;
        if (made == null) {
            made = version(own);
            version = made;
        }
        return made;
    }

    /** The {@link #version()} that the language would have with a user's files; they need not be right. */
    public static String version(List<DataFile> own) {
        CRC32 sum = new CRC32();
        Stream.of(DateFinder.files(), ActorFinder.files(), List.of(SentenceSplitter.FILE))
                .flatMap(List::stream)
                .forEach(file -> add(sum, DataFile.checksum(file)));
        own.stream().filter(file -> !file.lines().isEmpty()).forEach(file -> add(sum, DataFile.checksum(file)));
        return "%08x".formatted(sum.getValue());
    }

    private static void add(CRC32 sum, long checksum) {
        sum.update(Long.toHexString(checksum).getBytes(US_ASCII));
    }

    /** Every name that the lexicon has for a person, country or organisation, with the ids of those who may be meant by it. */
    public Map<String, Set<String>> names() {
        return actors.names();
    }

    /** Finds the temporal expressions, and refines the publication date by a dateline where the text has one. */
    public DatedArticle normaliseDates(Article article) {
        Text text = Text.of(article.text(), dictionary);
        DateFinder.Dates found = dates.find(article, text);
        return new DatedArticle(article.withPublished(found.published()), text, found.expressions());
    }

    /** Finds the mentions and resolves each to its actor. */
    public AnnotatedArticle extractActors(DatedArticle dated) {
        ActorFinder.Actors found = actors.find(dated.article(), dated.text(), dated.expressions());
        List<Mention> names =
                found.mentions().stream().filter(Language::isOfANamesLength).toList();
        return new AnnotatedArticle(dated.article(), dated.expressions(), names, found.sentences(), version());
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
        return explainer.explain(annotated, version(), id -> {
            Actor known = actors.actor(id);
            return known == null ? id : known.name();
        });
    }
}
