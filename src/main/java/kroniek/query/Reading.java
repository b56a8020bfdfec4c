package kroniek.query;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleSummary;
import kroniek.topic.NameKey;
import kroniek.topic.ReadStore;
import kroniek.topic.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The questions readers ask, on behalf of one of them. Answers are complete; every method may throw {@link UnavailableException} where one would not
 * be. Lists come in pages: {@code after} is the {@link Page#next} of the page before, or null.
 */
public final class Reading {

    private static final List<ActorType> COUNTED = Arrays.stream(ActorType.values())
            .filter(type -> type != ActorType.PLACE)
            .toList();

    private final Shards shards;
    private final Aliases aliases;
    private final Position reflected;
    private final boolean standbys;
    private boolean stale;

    /**
     * Begins.
     *
     * @param aliases the names that the lexicon knows
     * @param reflected how far the stores are, at least
     * @param standbys whether a standby may answer where an instance cannot
     */
    public Reading(Shards shards, Aliases aliases, Position reflected, boolean standbys) {
        this.shards = shards;
        this.aliases = aliases;
        this.reflected = reflected;
        this.standbys = standbys;
    }

    /** Whether something that was answered so far came from a standby. */
    public boolean stale() {
        return stale;
    }

    /** How far into the raw topic what is answered reaches, at least; but for what is {@link #stale}. */
    public Position reflected() {
        return reflected;
    }

    private List<Row> ask(Question question) {
        Rows rows = shards.ask(question, standbys);
        stale |= rows.stale();
        return rows.rows();
    }

    private static <V> V value(ReadStore<V> store, Row row) {
        return store.serde().deserializer().deserialize("", row.value());
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    /** Every month that has an annotated article, newest first. */
    public List<MonthTotals> months() {
        Map<YearMonth, Long> articles = new TreeMap<>();
        for (Row row : ask(new Question.MonthArticles())) {
            articles.merge(YearMonth.parse(row.order()), row.number(), Long::sum);
        }
        Map<YearMonth, Long> mentions = new HashMap<>();
        Map<YearMonth, Map<ActorType, Long>> actors = new HashMap<>();
        for (Row row : ask(new Question.MonthSums())) {
            String[] key = row.order().split("\\|", 3);
            YearMonth month = YearMonth.parse(key[0]);
            if (key[2].equals("actors")) {
                actors.computeIfAbsent(month, none -> new EnumMap<>(ActorType.class))
                        .merge(ActorType.valueOf(key[1]), row.number(), Long::sum);
            } else {
                mentions.merge(month, row.number(), Long::sum);
            }
        }
        TreeSet<YearMonth> months = new TreeSet<>(articles.keySet());
        months.addAll(mentions.keySet());
        return months.descendingSet().stream()
                .map(month -> new MonthTotals(
                        month,
                        articles.getOrDefault(month, 0L),
                        mentions.getOrDefault(month, 0L),
                        actors.getOrDefault(month, Map.of())))
                .toList();
    }

    /** The months of an actor, earliest first; empty where there is no such actor. */
    public List<ActorMonth> timeline(String actor, @Nullable YearMonth from, @Nullable YearMonth to) {
        return ask(new Question.Timeline(actor, text(from), text(to))).stream()
                .map(row -> value(ReadStore.ACTOR_MONTHS, row))
                .toList();
    }

    /**
     * The first of some months' actor months.
     *
     * @param months of which months
     * @param type of which type, or null for all
     */
    public Page<Ranked> top(
            List<YearMonth> months, @Nullable ActorType type, Sort sort, @Nullable String after, int limit) {
        List<ActorType> types = type == null ? COUNTED : List.of(type);
        List<String> asked = months.stream().map(YearMonth::toString).toList();
        return Page.of(
                ask(new Question.Top(sort, asked, types, after, limit + 1)),
                limit,
                row -> new Ranked(value(ReadStore.ACTOR_MONTHS, row), row.number()));
    }

    /** What articles say of an actor, by month and article id; of one month, or of all. */
    public Page<ArticleMentions> evidence(String actor, @Nullable YearMonth month, @Nullable String after, int limit) {
        return Page.of(
                ask(new Question.Evidence(actor, text(month), after, limit + 1)),
                limit,
                row -> value(ReadStore.EVIDENCE, row));
    }

    /** Articles by month and id; of one month, or of all. */
    public Page<Listed> articles(@Nullable YearMonth month, @Nullable String after, int limit) {
        return Page.of(
                ask(new Question.Articles(text(month), after, limit + 1)),
                limit,
                row -> new Listed(value(ReadStore.ARTICLES_BY_MONTH, row), null));
    }

    /** The articles that mention an actor, by month and id; of one month, or of all. */
    public Page<Listed> articlesOf(String actor, @Nullable YearMonth month, @Nullable String after, int limit) {
        Page<ArticleMentions> page = evidence(actor, month, after, limit);
        List<String> keys = page.items().stream().map(Reading::key).toList();
        Map<String, ArticleSummary> summaries = new HashMap<>();
        if (!keys.isEmpty()) {
            ask(new Question.Summaries(keys))
                    .forEach(row -> summaries.put(row.order(), value(ReadStore.ARTICLES_BY_MONTH, row)));
        }
        List<Listed> listed = new ArrayList<>();
        for (ArticleMentions said : page.items()) {
            // Articles and mentions are read back each for itself: one of them may be there a moment before the other.
            ArticleSummary known = summaries.get(key(said));
            listed.add(new Listed(
                    known == null ? new ArticleSummary(said.article(), said.published(), null, null) : known,
                    (long) said.mentions()));
        }
        return new Page<>(listed, page.next());
    }

    private static String key(ArticleMentions said) {
        return said.month() + "|" + said.article();
    }

    /** An annotated article, as the topic of articles has it. */
    public Optional<byte[]> article(String id) {
        return ask(new Question.OneArticle(id)).stream().map(Row::value).findFirst();
    }

    /** Rejections by key, as their topic has them. */
    public Page<byte[]> rejections(@Nullable String after, int limit) {
        return Page.of(ask(new Question.Rejections(after, limit + 1)), limit, Row::value);
    }

    /**
     * Actors by a name: those that begin with what is typed, or, where there are none, those that begin so but for a typing error.
     *
     * @param typed what is typed; without a letter or digit, nothing is found
     * @param type of which type, or null for all
     */
    public Page<Found> search(String typed, @Nullable ActorType type, @Nullable String after, int limit) {
        String folded = NameKey.folded(typed);
        if (folded.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        // The order of a row begins with the number of typing errors.
        boolean tolerant = after != null && !after.startsWith("0");
        Page<Found> page = found(new NameSearch(folded, tolerant, type, after, limit + 1), limit);
        return page.items().isEmpty() && after == null && NameSearch.forgives(folded)
                ? found(new NameSearch(folded, true, type, null, limit + 1), limit)
                : page;
    }

    private Page<Found> found(NameSearch search, int limit) {
        return Page.of(ask(new Question.Names(search, aliases.matching(search))), limit, row -> {
            ActorMonth latest = value(ReadStore.ACTOR_MONTHS, row);
            return new Found(latest.actor(), latest.name(), latest.type(), latest.month(), row.number());
        });
    }
}
