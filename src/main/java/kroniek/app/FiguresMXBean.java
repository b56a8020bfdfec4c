package kroniek.app;

/**
 * The figures of {@link kroniek.domain.Reconciliation} for whoever watches the process through JMX, under
 * {@code kroniek:type=Reconciliation,prefix="<prefix>"}. A number that is not known is -1.
 */
public interface FiguresMXBean {

    /** HOLDS, IN_FLIGHT, BROKEN, or UNKNOWN until the topics were read for the first time. */
    String getState();

    /** The digest of the actor months; empty while unknown. */
    String getDigest();

    /** Records still to be counted, at most. */
    long getInFlight();

    /** Files that the last scan found. */
    long getFilesFound();

    /** Those of them with something new, which was published. */
    long getFilesPublished();

    /** Those with nothing new. */
    long getFilesUnchanged();

    /** Those that could not be used as files. */
    long getFilesUnreadable();

    /** Those that were too young, or changed while they were read. */
    long getFilesWaiting();

    /** Articles in the raw topic. */
    long getArticlesInRaw();

    /** Those in the topic of articles. */
    long getArticlesAnnotated();

    /** Those in the topic of rejections. */
    long getArticlesRejected();

    /** Those in the topic of dead letters. */
    long getArticlesFailed();

    /** Actor months. */
    long getActorMonths();

    /** Those whose count is not the sum of its evidence. */
    long getActorMonthsUnproved();
}
