package kroniek.check;

/** What became of the newest version of an article. */
public enum Outcome {
    /** Everything was found; it stands in the topic of articles. */
    ANNOTATED,
    /** It could not be used; it stands in the topic of rejections. */
    REJECTED,
    /** The program failed on it; it stands in the topic of dead letters. */
    FAILED
}
