package kroniek.topic;

import java.util.List;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.ArticleMentions;
import kroniek.domain.CopyBand;
import kroniek.domain.Original;
import kroniek.domain.Rise;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of one deployment: the declarations under a prefix, each with its serde.
 *
 * @param prefix what the names begin with, before the first dot
 * @param partitions how many partitions topics are created with, or 0 for what each declares
 * @param replication how many copies of every topic there are to be, or 0 for what the cluster makes by default
 */
public record Topics(Catalogue catalogue, String prefix, int partitions, int replication) {

    /** The topics with as many copies as the cluster makes by default. */
    public Topics(Catalogue catalogue, String prefix, int partitions) {
        this(catalogue, prefix, partitions, 0);
    }

    /** The topics under the default prefix, as declared. */
    public static Topics declared() {
        return new Topics(Catalogue.load(), Catalogue.DEFAULT_PREFIX, 0);
    }

    /** Articles as found: the source of everything. */
    public Topic<byte[]> articlesRaw() {
        return topic("articles.raw", Serdes.ByteArray());
    }

    /** Annotated articles. */
    public Topic<AnnotatedArticle> articles() {
        return topic("articles", Values.ANNOTATED_ARTICLE);
    }

    /** What each article says of each actor. */
    public Topic<ArticleMentions> mentions() {
        return topic("mentions", Values.ARTICLE_MENTIONS);
    }

    /** Mentions per actor per month. */
    public Topic<ActorMonth> actorMonths() {
        return topic("actor-months", Values.ACTOR_MONTH);
    }

    /** Who is mentioned with whom per month. */
    public Topic<ActorPair> actorPairs() {
        return topic("actor-pairs", Values.ACTOR_PAIR);
    }

    /** Mentions per actor, month of publication and month that is spoken of. */
    public Topic<ActorMonthMentioned> actorMonthsMentioned() {
        return topic("actor-months-mentioned", Values.ACTOR_MONTH_MENTIONED);
    }

    /** Actors that are in more articles of a month than of those before. */
    public Topic<Rise> rises() {
        return topic("rises", Values.RISE);
    }

    /** What stands for every article in the bands that find its copies. */
    public Topic<CopyBand> copyBands() {
        return topic("copy-bands", Values.COPY_BAND);
    }

    /** The original that each band has for an article. */
    public Topic<Original> copyOriginals() {
        return topic("copy-originals", Values.ORIGINAL);
    }

    /** Input that could not be used. */
    public Topic<byte[]> rejected() {
        return topic("rejected", Serdes.ByteArray());
    }

    /** Articles on which the program itself failed. */
    public Topic<byte[]> deadLetters() {
        return topic("dead-letters", Serdes.ByteArray());
    }

    /** Where every file of a watched folder stands. */
    public Topic<byte[]> files() {
        return topic("files", Serdes.ByteArray());
    }

    /** All topics, in the order in which articles pass through them. */
    public List<Topic<?>> all() {
        return List.of(
                articlesRaw(),
                articles(),
                mentions(),
                actorMonths(),
                actorPairs(),
                actorMonthsMentioned(),
                rises(),
                copyBands(),
                copyOriginals(),
                rejected(),
                deadLetters(),
                files());
    }

    /** The name that a declared name has in this deployment: the prefix replaces {@code kroniek}. */
    public String named(String declared) {
        return prefix + declared.substring(Catalogue.DEFAULT_PREFIX.length());
    }

    private <V> Topic<V> topic(String name, Serde<V> serde) {
        Declaration declaration = catalogue.get(name);
        int count = partitions == 0 ? declaration.partitions() : partitions;
        return new Topic<>(named(declaration.name()), count, serde, declaration);
    }

    /**
     * One topic. Keys are strings in UTF-8.
     *
     * @param name its name in this deployment
     * @param partitions how many partitions it is created with
     * @param serde the serde of its values
     * @param declaration what {@code topics/*.yaml} says
     */
    public record Topic<V>(String name, int partitions, Serde<V> serde, Declaration declaration) {

        /** Bytes of a record beside key and value, and of its batch: generously. */
        private static final int OVERHEAD = 4096;

        private static final int MOST_BYTES_OF_A_CHAR = 3;

        /** Whether a record of that key, with a value of so many bytes, is one that the topic takes. */
        public boolean takes(String key, long valueBytes) {
            long record = valueBytes + (long) key.length() * MOST_BYTES_OF_A_CHAR + OVERHEAD;
            return record <= declaration.maxMessageBytes();
        }
    }
}
