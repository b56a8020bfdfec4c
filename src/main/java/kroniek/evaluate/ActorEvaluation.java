package kroniek.evaluate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Mention;
import kroniek.domain.Span;

/**
 * How well the actors of texts are found. Counted mentions alone: counted ones of gold against counted ones that were
 * found, so that a place which is counted is a false positive. All mentions: places, labels, channels, products and
 * ambiguous ones too, whether they are counted or not.
 */
public final class ActorEvaluation {

    private final Breakdown<MentionFigures> counted = new Breakdown<>(MentionFigures.NONE);
    private final Breakdown<MentionFigures> all = new Breakdown<>(MentionFigures.NONE);
    private final CountError counts = new CountError();
    private final CountError countsMapped = new CountError();
    private final Map<Cause, Integer> countedCauses = new EnumMap<>(Cause.class);
    private final List<Miss> misses = new ArrayList<>();
    private BCubed clusters = BCubed.NONE;
    private int texts;

    ActorEvaluation() {}

    /** Scores one text whose actors are marked. */
    void add(GoldText text, List<GoldMention> gold, AnnotatedArticle annotated) {
        texts++;
        addAll(text, Pairing.of(gold, annotated.mentions(), GoldMention::closeness));
        addCounted(
                text,
                Pairing.of(
                        gold.stream().filter(GoldMention::counted).toList(),
                        annotated.mentions().stream().filter(Mention::counted).toList(),
                        GoldMention::closeness));
    }

    private void addAll(GoldText text, List<Pair<GoldMention, Mention>> pairs) {
        IdMapping mapping = IdMapping.of(pairs);
        for (Pair<GoldMention, Mention> pair : pairs) {
            all.add(type(pair), text.theme(), MentionFigures.of(pair, mapping));
            Cause.ofMentions(pair, mapping).ifPresent(cause -> addMiss(text, pair, cause));
        }
    }

    private void addCounted(GoldText text, List<Pair<GoldMention, Mention>> pairs) {
        IdMapping mapping = IdMapping.of(pairs);
        YearMonth month = text.article().published().month();
        for (Pair<GoldMention, Mention> pair : pairs) {
            counted.add(type(pair), text.theme(), MentionFigures.of(pair, mapping));
            goldActor(pair).ifPresent(id -> {
                counts.addGold(id, month);
                countsMapped.addGold(id, month);
            });
            foundActor(pair).ifPresent(id -> {
                counts.addFound(id, month);
                countsMapped.addFound(mapping.apply(id), month);
            });
        }
        clusters = clusters.plus(BCubed.of(pairs));
    }

    private static String type(Pair<GoldMention, Mention> pair) {
        GoldMention gold = pair.gold();
        return (gold == null ? Objects.requireNonNull(pair.found()).type() : gold.type()).name();
    }

    private static Optional<String> goldActor(Pair<GoldMention, Mention> pair) {
        return Optional.ofNullable(pair.gold()).map(GoldMention::actor);
    }

    private static Optional<String> foundActor(Pair<GoldMention, Mention> pair) {
        return Optional.ofNullable(pair.found()).map(Mention::actor).map(Actor::id);
    }

    private void addMiss(GoldText text, Pair<GoldMention, Mention> pair, Cause cause) {
        GoldMention gold = pair.gold();
        Mention found = pair.found();
        if ((gold != null && gold.counted()) || (found != null && found.counted())) {
            countedCauses.merge(cause, 1, Integer::sum);
        }
        Span span = gold == null ? Objects.requireNonNull(found).span() : gold.span();
        misses.add(new Miss(
                text.theme(),
                text.article().id(),
                cause,
                span,
                Excerpt.around(text.article().text(), span),
                gold == null ? null : gold.toString(),
                found == null ? null : described(found)));
    }

    private static String described(Mention found) {
        Actor actor = found.actor();
        String who = found.ambiguous()
                ? String.join(" or ", found.candidates()) + "?"
                : actor == null ? "nobody" : actor.id();
        return "%s %s %s %s, rule %s"
                .formatted(found.text(), found.type(), who, found.counted() ? "counted" : "not counted", found.rule());
    }

    /** How many texts have their actors marked. */
    public int texts() {
        return texts;
    }

    /** The figures over counted mentions. */
    public Breakdown<MentionFigures> counted() {
        return counted;
    }

    /** The figures over all mentions. */
    public Breakdown<MentionFigures> all() {
        return all;
    }

    /** Of gold's counted mentions of countries, how many were found with their span and id. */
    public Score countries() {
        MentionFigures countries = counted.byType().get(ActorType.COUNTRY.name());
        return countries == null ? Score.NONE : countries.endToEnd();
    }

    /** Whether the counted mentions of one actor are together. */
    public BCubed clusters() {
        return clusters;
    }

    /** The error of the counts per actor and month, by id as it stands. */
    public CountError counts() {
        return counts;
    }

    /** The same, with the found ids read through each article's {@link IdMapping}. */
    public CountError countsMapped() {
        return countsMapped;
    }

    /** How many misses have each cause, among those in which gold or what was found is counted. */
    public Map<Cause, Integer> countedCauses() {
        return Map.copyOf(countedCauses);
    }

    /** Every pair of all mentions that is not wholly right, in the order of the texts. */
    public List<Miss> misses() {
        return List.copyOf(misses);
    }
}
