package kroniek.language.actor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.DataFile;
import kroniek.language.text.Dictionary;
import kroniek.language.text.SentenceSplitter;
import kroniek.language.text.Sentences;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/** Finds the mentions of an article and resolves each to its actor. Immutable, shared between threads. */
public final class ActorFinder {

    private final SentenceSplitter splitter;
    private final Lexicon lexicon;

    private ActorFinder(SentenceSplitter splitter, Lexicon lexicon) {
        this.splitter = splitter;
        this.lexicon = lexicon;
    }

    /**
     * Compiles the lexicons and rules.
     *
     * @param own actors and names that a user adds
     * @throws kroniek.language.text.DataException if one of the files is wrong, naming file and line
     */
    public static ActorFinder load(List<DataFile> own) {
        return load(own, new Dictionary.Builder());
    }

    /**
     * Compiles the lexicons and rules and adds their words to a dictionary; texts that are cut with that dictionary are read faster.
     *
     * @param own actors and names that a user adds
     * @throws kroniek.language.text.DataException if one of the files is wrong, naming file and line
     */
    public static ActorFinder load(List<DataFile> own, Dictionary.Builder dictionary) {
        return new ActorFinder(SentenceSplitter.load(), Lexicon.load(own, dictionary));
    }

    /** The files that it reads, as {@link DataFile#resource} names them. */
    public static List<String> files() {
        return Lexicon.files();
    }

    /** The actor of the lexicon with an id, or null. */
    public @Nullable Actor actor(String id) {
        return lexicon.actor(id);
    }

    /** Every name of the lexicon that may mean a person, country or organisation, with the ids of those. */
    public Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new HashMap<>();
        lexicon.trie().all().forEach(entry -> entry.senses().stream()
                .map(Sense::actor)
                .filter(actor -> actor.type() != ActorType.PLACE)
                .forEach(actor -> names.computeIfAbsent(entry.surface(), none -> new TreeSet<>())
                        .add(actor.id())));
        return names;
    }

    /** Finds the mentions; the publication date of the article decides who held an office. */
    public Actors find(Article article, Text text, List<TemporalExpression> expressions) {
        int news = text.tokenAt(text.utf16(article.header().end()));
        Sentences sentences = splitter.split(text, news);
        if (sentences.size() == 0) {
            return new Actors(List.of(), List.of());
        }
        Page page = Page.of(article, text, sentences, lexicon.vocabulary());
        return new Actors(mentions(page), sentences.spans(text));
    }

    private List<Mention> mentions(Page page) {
        Zones zones = Zones.of(page, lexicon, lexicon.zoneRules());
        BitSet datelines = Headline.datelines(page, lexicon);
        List<Name> names = NameScan.scan(page, lexicon, zones, datelines);
        Resolver resolver = new Resolver(page, lexicon, new Context(page, lexicon, datelines), names);
        Counting counting = new Counting(page, zones, resolver::product);
        List<Mention> mentions = new ArrayList<>();
        for (Name name : names) {
            Find find = resolver.resolve(name);
            if (find != null) {
                mentions.add(counting.mention(resolver.trimmed(name, find), find));
            }
        }
        return mentions;
    }

    /**
     * What was found.
     *
     * @param mentions the mentions, in order, disjoint
     * @param sentences where the sentences stand, in order, disjoint; every mention lies in one of them
     */
    public record Actors(List<Mention> mentions, List<Span> sentences) {

        /** Copies the lists. */
        public Actors {
            mentions = List.copyOf(mentions);
            sentences = List.copyOf(sentences);
        }
    }
}
