package kroniek.domain;

/**
 * What stands in a band for one article: all that is needed to tell whether another is a copy of it.
 *
 * @param published its publication date
 * @param shingles what is compared, as text: {@code Shingles.code()} of the language
 */
public record CopyBand(PartialDate published, String shingles) {}
