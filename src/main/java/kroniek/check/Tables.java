package kroniek.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.Rise;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.AnnotatedArticleJson.Head;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What stands in the tables that the topology writes.
 *
 * @param actorMonths the topic of actor months
 * @param actorPairs the topic of pairs
 * @param actorMonthsMentioned the topic of mentioned months
 * @param rises the topic of rises
 * @param mentions the topic of mentions, without its sentences
 * @param articles the keys of the topic of articles, each with what stands at the head of its value
 * @param rejected the keys of the topic of rejections, those of files that never became a record among them
 * @param deadLetters the keys of the topic of dead letters
 * @param ledger the articles that the ledger knows
 */
public record Tables(
        Map<String, ActorMonth> actorMonths,
        Map<String, ActorPair> actorPairs,
        Map<String, ActorMonthMentioned> actorMonthsMentioned,
        Map<String, Rise> rises,
        Map<String, Said> mentions,
        Map<String, Head> articles,
        Set<String> rejected,
        Set<String> deadLetters,
        Set<String> ledger) {

    /**
     * Reads what is committed.
     *
     * @param ledger the topic that the ledger can be restored from
     */
    static Tables read(CommittedRecords records, Topics topics, String ledger) {
        return new Tables(
                values(records, topics.actorMonths(), row -> row),
                values(records, topics.actorPairs(), pair -> pair),
                values(records, topics.actorMonthsMentioned(), row -> row),
                values(records, topics.rises(), row -> row),
                values(records, topics.mentions(), Said::of),
                records.table(topics.articles().name(), AnnotatedArticleJson::head),
                keys(records, topics.rejected().name()),
                keys(records, topics.deadLetters().name()),
                keys(records, ledger));
    }

    /** The id of the original by the id of the copy, as the topic of articles says it. */
    Map<String, String> copies() {
        Map<String, String> copies = new HashMap<>();
        articles.forEach((id, head) -> {
            if (head.duplicateOf() != null) {
                copies.put(id, head.duplicateOf());
            }
        });
        return copies;
    }

    private static <V, W> Map<String, W> values(CommittedRecords records, Topic<V> topic, Function<V, W> part) {
        Deserializer<V> values = topic.serde().deserializer();
        return records.table(topic.name(), bytes -> part.apply(values.deserialize(topic.name(), bytes)));
    }

    private static Set<String> keys(CommittedRecords records, String topic) {
        return records.table(topic, bytes -> true).keySet();
    }
}
