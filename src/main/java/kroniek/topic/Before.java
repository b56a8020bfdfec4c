package kroniek.topic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article was before a record of {@code articles} that corrects or withdraws it, written into a header of the record, so that who follows some
 * articles only learns that one of them is none of these any more: {@code <month>|<actor>|<actor>…}.
 *
 * @param month the month that its mentions counted in; empty where it had none
 * @param actors the ids of the actors that it mentioned; null where they were too many to be listed
 */
public record Before(String month, @Nullable List<String> actors) {

    /** The name of the header. A record that has none is the first of an article, or was written by an earlier release. */
    public static final String HEADER = "kroniek.before";

    /** Of a record that takes four for all its headers. */
    private static final int MOST_BYTES = 2048;

    private static final String ANY = "*";

    /** What an article was that mentioned these actors. */
    public static Before of(String month, Collection<String> actors) {
        int bytes = actors.stream()
                .mapToInt(actor -> actor.getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
        return new Before(month, bytes > MOST_BYTES ? null : List.copyOf(actors));
    }

    /** What a header says. */
    public static Before parse(byte[] header) {
        List<String> parts = Arrays.asList(new String(header, StandardCharsets.UTF_8).split("\\|", -1));
        List<String> actors = parts.subList(1, parts.size());
        return new Before(parts.get(0), actors.equals(List.of(ANY)) ? null : List.copyOf(actors));
    }

    /** The header's value. */
    public byte[] bytes() {
        List<String> listed = actors == null ? List.of(ANY) : actors;
        return (listed.isEmpty() ? month : month + "|" + String.join("|", listed)).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it may have mentioned anybody. */
    public boolean mayHaveMentionedAnybody() {
        return actors == null || !actors.isEmpty();
    }

    /** Whether it may have mentioned an actor. */
    public boolean mayHaveMentioned(String actor) {
        return actors == null || actors.contains(actor);
    }
}
