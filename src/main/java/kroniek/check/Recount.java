package kroniek.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.Reading;
import kroniek.domain.Rise;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The counts made anew, in batch: what the tables must hold for the newest version of every article. It knows no differences, no order and
 * no state, so it is what the topology is judged by.
 */
public final class Recount {

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(id -> id.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Topics topics;
    private final Function<Article, AnnotatedArticle> annotate;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, Said> mentions = new HashMap<>();
    private final OtherTables others = new OtherTables();
    private final Copies copies = new Copies();
    private @Nullable Map<String, String> originals;

    /**
     * Has counted nothing yet.
     *
     * @param topics tells what fits into a record
     * @param annotate the language
     */
    public Recount(Topics topics, Function<Article, AnnotatedArticle> annotate) {
        this.topics = topics;
        this.annotate = annotate;
    }

    /**
     * What one version contributes.
     *
     * @param id the article
     * @param outcome what became of it
     * @param mentions what it says, by the key of the record that must say so: {@code <actor>|<month>|<article id>}
     * @param others what it adds to the other tables
     * @param text what is compared of it to find copies; null where nothing is
     */
    record Contribution(
            String id, Outcome outcome, Map<String, Said> mentions, OtherTables others, Copies.@Nullable Text text) {

        /** Nothing but the outcome. */
        static Contribution none(String id, Outcome outcome) {
            return new Contribution(id, outcome, Map.of(), new OtherTables(), null);
        }
    }

    /** Reads a version that is no withdrawal. A pure function, for several threads at once. */
    Contribution read(RawVersion version, byte[] value) {
        Optional<Format> format = version.format() == null ? Optional.of(Format.TEXT) : Format.of(version.format());
        if (!version.usable() || format.isEmpty()) {
            return Contribution.none(version.id(), Outcome.REJECTED);
        }
        try {
            Reading reading = ArticleReader.read(version.id(), format.get(), value);
            return reading instanceof Article article
                    ? contribution(annotate.apply(article))
                    : Contribution.none(version.id(), Outcome.REJECTED);
        } catch (RuntimeException | StackOverflowError fault) {
            return Contribution.none(version.id(), Outcome.FAILED);
        }
    }

    private Contribution contribution(AnnotatedArticle annotated) {
        String id = annotated.article().id();
        // The evidence in a record about one actor is bounded, that in the annotated article is not.
        byte[] record = topics.articles().serde().serializer().serialize("", annotated);
        if (!topics.articles().takes(id, record.length + AnnotatedArticleJson.MOST_BYTES_OF_ORIGINAL)) {
            return Contribution.none(id, Outcome.REJECTED);
        }
        PartialDate published = annotated.article().published().value();
        Map<String, Said> said = new HashMap<>();
        for (Mention mention : annotated.mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null) {
                String key = ActorMonthKey.of(actor.id(), published.month().toString(), id);
                said.merge(
                        key,
                        new Said(actor, published, 1, false),
                        (sum, one) -> new Said(sum.actor(), published, sum.mentions() + 1, false));
            }
        }
        Copies.Text text = AnnotatedArticleJson.isCut(annotated) ? null : Copies.Text.of(annotated);
        return new Contribution(id, Outcome.ANNOTATED, said, OtherTables.of(annotated), text);
    }

    void add(Contribution contribution) {
        outcomes.put(contribution.id(), contribution.outcome());
        mentions.putAll(contribution.mentions());
        others.add(contribution.others());
        if (contribution.text() != null) {
            copies.add(contribution.text());
            originals = null;
        }
    }

    /** Adds the newest version of an article; a withdrawn one adds nothing. */
    public void add(RawVersion newest) {
        byte[] value = newest.value();
        if (value != null) {
            add(read(newest, value));
        }
    }

    /** What became of every article that is not withdrawn, by its id. */
    public Map<String, Outcome> outcomes() {
        return outcomes;
    }

    /** What the articles say, by the keys of the topic of mentions. */
    Map<String, Said> mentions() {
        copies();
        return mentions;
    }

    /** The id of the original by the id of the copy. */
    public Map<String, String> copies() {
        if (originals == null) {
            Map<String, String> found = copies.originals();
            mentions.replaceAll((key, said) -> said.in(found.containsKey(article(key))));
            originals = found;
        }
        return originals;
    }

    private static String article(String key) {
        return ActorMonthKey.parse(key).behind(key);
    }

    /** What two actors have in common in a month, by the keys of the topic of pairs. */
    public Map<String, ActorPair> actorPairs() {
        return others.pairs();
    }

    /** How many mentions are of which month, by the keys of their topic. */
    public Map<String, ActorMonthMentioned> actorMonthsMentioned() {
        return others.mentioned();
    }

    /** The actor months that are rises, by the keys of their topic. */
    public Map<String, Rise> rises() {
        Map<String, ActorMonth> months = actorMonths();
        Map<String, List<String>> articles = new HashMap<>();
        mentions.keySet().forEach(key -> articles.computeIfAbsent(
                        ActorMonthKey.parse(key).toString(), none -> new ArrayList<>())
                .add(article(key)));
        Map<String, Rise> rises = new HashMap<>();
        months.forEach((key, row) -> {
            long before = before(row, months);
            if (Rise.is(row.articles(), before)) {
                List<String> first = articles.getOrDefault(key, List.of()).stream()
                        .sorted(BY_BYTES)
                        .limit(Rise.MOST_EVIDENCE)
                        .toList();
                rises.put(
                        key, new Rise(row.actor(), row.name(), row.type(), row.month(), row.articles(), before, first));
            }
        });
        return rises;
    }

    private static long before(ActorMonth row, Map<String, ActorMonth> months) {
        long before = 0;
        for (int back = 1; back <= Rise.MONTHS; back++) {
            ActorMonth earlier =
                    months.get(new ActorMonthKey(row.actor(), row.month().minusMonths(back)).toString());
            before += earlier == null ? 0 : earlier.articles();
        }
        return before;
    }

    /** Every difference between tables and what they must hold, in the order of tables and keys; empty where there is none. */
    public List<Difference> differences(Tables tables) {
        return Comparison.of(this, tables);
    }

    /** The actor months, by the keys of their topic. */
    public Map<String, ActorMonth> actorMonths() {
        Map<ActorMonthKey, Total> totals = new HashMap<>();
        mentions().forEach((key, said) -> totals.computeIfAbsent(ActorMonthKey.parse(key), month -> new Total())
                .add(said));
        Map<String, ActorMonth> rows = new HashMap<>();
        totals.forEach((key, total) -> rows.put(key.toString(), total.row(key)));
        return rows;
    }
}
