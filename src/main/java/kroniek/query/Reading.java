package kroniek.query;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleSummary;
import kroniek.domain.Rise;
import kroniek.domain.Together;
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

    /** So many with the most articles in common are asked for their totals where association ranks them. */
    private static final int MOST_ASSOCIATED = 1000;

    private static final double HUNDRED = 100;

    private static final Comparator<Related> BY_ARTICLES = Comparator.comparing(Related::articles)
            .thenComparing(Related::sentences)
            .reversed()
            .thenComparing(Related::actor, Keys.ORDER);

    private static final Comparator<Related> BY_ASSOCIATION =
            Comparator.comparing(Related::association).reversed().thenComparing(BY_ARTICLES);

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

    /**
     * The months that have an annotated article, newest first.
     *
     * @param only the only month asked for, or null for every month
     */
    public List<MonthTotals> months(@Nullable YearMonth only) {
        Map<YearMonth, Long> articles = new TreeMap<>();
        Map<YearMonth, Long> copies = new HashMap<>();
        for (Row row : ask(new Question.MonthArticles(text(only)))) {
            boolean copied = row.order().endsWith(ReadStore.COPIES);
            (copied ? copies : articles).merge(month(row), row.number(), Long::sum);
        }
        Map<YearMonth, Long> mentions = new HashMap<>();
        Map<YearMonth, Long> inCopies = new HashMap<>();
        Map<YearMonth, Map<ActorType, Long>> actors = new HashMap<>();
        for (Row row : ask(new Question.MonthSums(text(only)))) {
            String[] key = row.order().split("\\|", 3);
            YearMonth month = YearMonth.parse(key[0]);
            switch (key[2]) {
                case "actors" ->
                    actors.computeIfAbsent(month, none -> new EnumMap<>(ActorType.class))
                            .merge(ActorType.valueOf(key[1]), row.number(), Long::sum);
                case "copies" -> inCopies.merge(month, row.number(), Long::sum);
                default -> mentions.merge(month, row.number(), Long::sum);
            }
        }
        TreeSet<YearMonth> months = new TreeSet<>(articles.keySet());
        months.addAll(mentions.keySet());
        return months.descendingSet().stream()
                .map(month -> new MonthTotals(
                        month,
                        articles.getOrDefault(month, 0L),
                        articles.getOrDefault(month, 0L) - copies.getOrDefault(month, 0L),
                        mentions.getOrDefault(month, 0L),
                        mentions.getOrDefault(month, 0L) - inCopies.getOrDefault(month, 0L),
                        actors.getOrDefault(month, Map.of())))
                .toList();
    }

    private static YearMonth month(Row row) {
        return YearMonth.parse(row.order().split("\\|", 2)[0]);
    }

    /** The months of an actor, earliest first; empty where there is no such actor. */
    public List<ActorMonth> timeline(String actor, @Nullable YearMonth from, @Nullable YearMonth to) {
        return ask(new AboutActor.Timeline(actor, text(from), text(to))).stream()
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
                ask(new Top(sort, asked, types, after, limit + 1)),
                limit,
                row -> new Ranked(value(ReadStore.ACTOR_MONTHS, row), row.number()));
    }

    /**
     * The actors that an actor is mentioned with over some months, the closest first.
     *
     * @param limit how many at most
     */
    public List<Related> related(
            String actor, @Nullable YearMonth from, @Nullable YearMonth to, Related.Order order, int limit) {
        int candidates = order == Related.Order.ARTICLES ? limit : Math.max(limit, MOST_ASSOCIATED);
        Map<String, Together> pairs = new LinkedHashMap<>();
        ask(new AboutActor.Pairs(actor, text(from), text(to), candidates))
                .forEach(row -> pairs.put(row.order(), value(ReadStore.ACTOR_PAIRS, row)));
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<String> asked = new ArrayList<>(pairs.keySet());
        asked.add(actor);
        Map<String, Row> totals = new HashMap<>();
        ask(new Question.Totals(asked, text(from), text(to))).forEach(row -> totals.put(row.order(), row));
        Row own = totals.get(actor);
        long articles = articles(from, to);
        List<Related> related = new ArrayList<>();
        pairs.forEach((other, together) -> {
            Row total = totals.get(other);
            if (own != null && total != null) {
                ActorMonth latest = value(ReadStore.ACTOR_MONTHS, total);
                double association = Association.of(together.articles(), own.number(), total.number(), articles);
                related.add(new Related(
                        other, latest.name(), latest.type(), together.articles(), together.sentences(), association));
            }
        });
        related.sort(order == Related.Order.ARTICLES ? BY_ARTICLES : BY_ASSOCIATION);
        return related.subList(0, Math.min(limit, related.size()));
    }

    /** How many annotated articles some months have. */
    private long articles(@Nullable YearMonth from, @Nullable YearMonth to) {
        return ask(new Question.MonthArticles(null)).stream()
                .filter(row -> !row.order().endsWith(ReadStore.COPIES))
                .filter(row -> {
                    YearMonth month = month(row);
                    return (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to));
                })
                .mapToLong(Row::number)
                .sum();
    }

    /**
     * The actor months of a month whose share of its articles is higher than in the months before, those that have risen most first; none where
     * there is no article before.
     *
     * @param type of which type, or null for all
     */
    public Page<Rising> rising(YearMonth month, @Nullable ActorType type, @Nullable String after, int limit) {
        List<ActorType> types = type == null ? COUNTED : List.of(type);
        long all = articles(month, month);
        long before = articles(month.minusMonths(Rise.MONTHS), month.minusMonths(1));
        return Page.of(ask(new Question.Rises(month.toString(), types, all, before, after, limit + 1)), limit, row -> {
            ActorMonth risen = value(ReadStore.ACTOR_MONTHS, row);
            double expected = (row.number() + 1.0) * all / before;
            return new Rising(risen, hundredths(expected), hundredths(risen.articles() / expected));
        });
    }

    private static double hundredths(double number) {
        return Math.round(number * HUNDRED) / HUNDRED;
    }

    /** How many mentions of an actor are of which month, by month of publication and month that is spoken of, the open ones last. */
    public List<ActorMonthMentioned> clock(String actor, @Nullable YearMonth from, @Nullable YearMonth to) {
        return ask(new AboutActor.MentionedMonths(actor, text(from), text(to))).stream()
                .map(row -> {
                    String[] months = row.order().split("\\|", 2);
                    return new ActorMonthMentioned(
                            actor, YearMonth.parse(months[0]), ActorMonthMentioned.parse(months[1]), row.number());
                })
                .toList();
    }

    /** What articles say of an actor, by month and article id; of one month, or of all. */
    public Page<ArticleMentions> evidence(String actor, @Nullable YearMonth month, @Nullable String after, int limit) {
        return Page.of(
                ask(new AboutActor.Evidence(actor, text(month), after, limit + 1)),
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
