package kroniek.check;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import kroniek.domain.Together;
import kroniek.language.MentionedMonths;

/**
 * What articles add to the tables beside the actor months, by the keys of their topics, counted sentence by sentence.
 *
 * @param pairs what two actors have in common in a month: {@code <actor>|<month>|<other>}
 * @param mentioned mentions by the month that their sentences speak of: {@code <actor>|<month>|<mentioned month>}
 */
record OtherTables(Map<String, ActorPair> pairs, Map<String, ActorMonthMentioned> mentioned) {

    /** So many actors of an article are paired; what {@code topics/kroniek.actor-pairs.yaml} says. */
    private static final int MOST_PAIRED = 30;

    OtherTables() {
        this(new HashMap<>(), new HashMap<>());
    }

    /** What one article adds. */
    static OtherTables of(AnnotatedArticle annotated) {
        OtherTables tables = new OtherTables();
        YearMonth month = annotated.article().published().month();
        MentionedMonths months = new MentionedMonths(annotated);
        Map<String, Integer> counts = new HashMap<>();
        Map<Span, Set<String>> bySentence = new HashMap<>();
        int sentence = 0;
        for (Mention mention : annotated.mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null) {
                while (!annotated.sentences().get(sentence).contains(mention.span())) {
                    sentence++;
                }
                Span around = annotated.sentences().get(sentence);
                YearMonth spokenOf = months.of(mention.span(), around);
                counts.merge(actor.id(), 1, Integer::sum);
                bySentence.computeIfAbsent(around, none -> new HashSet<>()).add(actor.id());
                tables.add(new ActorMonthMentioned(actor.id(), month, spokenOf, 1));
            }
        }
        tables.pair(month, mostMentioned(counts), bySentence);
        return tables;
    }

    private static List<String> mostMentioned(Map<String, Integer> counts) {
        List<String> actors = new ArrayList<>(counts.keySet());
        actors.sort((a, b) -> {
            int more = Integer.compare(counts.getOrDefault(b, 0), counts.getOrDefault(a, 0));
            return more == 0 ? a.compareTo(b) : more;
        });
        return actors.subList(0, Math.min(MOST_PAIRED, actors.size()));
    }

    private void pair(YearMonth month, List<String> actors, Map<Span, Set<String>> bySentence) {
        for (String actor : actors) {
            for (String other : actors) {
                if (!actor.equals(other)) {
                    long sentences = bySentence.values().stream()
                            .filter(both -> both.contains(actor) && both.contains(other))
                            .count();
                    add(new ActorPair(actor, month, other, new Together(1, sentences)));
                }
            }
        }
    }

    /** Adds what another article adds. */
    void add(OtherTables article) {
        article.pairs.values().forEach(this::add);
        article.mentioned.values().forEach(this::add);
    }

    private void add(ActorPair pair) {
        pairs.merge(pair.actor() + "|" + pair.month() + "|" + pair.other(), pair, ActorPair::plus);
    }

    private void add(ActorMonthMentioned row) {
        String key = row.actor() + "|" + row.month() + "|" + ActorMonthMentioned.code(row.mentioned());
        mentioned.merge(key, row, ActorMonthMentioned::plus);
    }
}
