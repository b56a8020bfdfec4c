package kroniek.inbox;

import java.util.List;

/**
 * What became of a redrive.
 *
 * @param published what was published again
 * @param skipped what was not, and why
 */
public record Redriven(List<Refused> published, List<Skipped> skipped) {

    /** Copies the lists. */
    public Redriven {
        published = List.copyOf(published);
        skipped = List.copyOf(skipped);
    }

    /**
     * An input that was not published again.
     *
     * @param why in words for a person, with what to do
     */
    public record Skipped(Refused refused, String why) {}
}
