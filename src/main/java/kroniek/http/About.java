package kroniek.http;

import org.jspecify.annotations.Nullable;

/**
 * What the status says besides the figures.
 *
 * @param lag how many offsets lie between what is committed and the ends, which is at least the number of records to be counted; null where it
 *     could not be found out
 * @param newestArticle the newest record of the raw topic; null where there is none, or it could not be found out
 * @param versions what answers
 */
public record About(@Nullable Long lag, @Nullable Newest newestArticle, Versions versions) {

    /**
     * The newest record of the raw topic.
     *
     * @param written when it was written, in ISO 8601
     * @param ageSeconds how long ago that was
     */
    public record Newest(String written, long ageSeconds) {}

    /**
     * What answers.
     *
     * @param program the version of the program
     * @param language the digest of the rules and rows that decide what is found
     * @param schema the version of the values in topics
     */
    public record Versions(String program, String language, int schema) {}
}
