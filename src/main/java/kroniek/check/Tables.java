package kroniek.check;

import java.util.Map;
import java.util.Set;
import kroniek.domain.ActorMonth;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;

/**
 * What stands in the tables that the topology writes.
 *
 * @param actorMonths the topic of actor months
 * @param mentions the topic of mentions, without its sentences
 * @param articles the keys of the topic of articles
 * @param rejected the keys of the topic of rejections, those of files that never became a record among them
 * @param deadLetters the keys of the topic of dead letters
 * @param ledger the articles that the ledger knows
 */
public record Tables(
        Map<String, ActorMonth> actorMonths,
        Map<String, Said> mentions,
        Set<String> articles,
        Set<String> rejected,
        Set<String> deadLetters,
        Set<String> ledger) {

    /**
     * Reads what is committed.
     *
     * @param client settings of the connection
     * @param ledger the topic that the ledger can be restored from
     */
    static Tables read(Map<String, Object> client, Topics topics, String ledger) {
        return new Tables(
                TopicReader.table(client, topics.actorMonths()),
                TopicReader.table(client, topics.mentions(), Said::of),
                TopicReader.keys(client, topics.articles().name()),
                TopicReader.keys(client, topics.rejected().name()),
                TopicReader.keys(client, topics.deadLetters().name()),
                TopicReader.keys(client, ledger));
    }
}
