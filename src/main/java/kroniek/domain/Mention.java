package kroniek.domain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One span of an article that names an actor or a place, with the rule and the evidence that say so.
 *
 * @param text the characters of the span
 * @param span where it stands; spans of one article never overlap
 * @param type what is named
 * @param actor who it is; null for a place without an id and for an ambiguous mention
 * @param form how it is named
 * @param counted whether it counts; false for places, source labels, mere channels, products and ambiguous mentions
 * @param rule the name of the rule or lexicon entry that found it
 * @param evidence what in the article settles it, in words for a reader; may be empty
 * @param candidates ids of the actors it may be, where the article does not settle it; otherwise empty
 */
public record Mention(
        String text,
        Span span,
        ActorType type,
        @Nullable Actor actor,
        Form form,
        boolean counted,
        String rule,
        String evidence,
        List<String> candidates) {

    /** @throws IllegalArgumentException for a mention that counts for nobody, or for a place */
    public Mention {
        candidates = List.copyOf(candidates);
        if (counted && (actor == null || type == ActorType.PLACE)) {
            throw new IllegalArgumentException("a counted mention needs an actor: '" + text + "'");
        }
    }

    /** Whether the article leaves open who is meant. */
    public boolean ambiguous() {
        return !candidates.isEmpty();
    }

    /** How an actor is named; {@link #code()} is what topics and commands show. */
    public enum Form {
        /** A full or official name in any spelling. */
        NAME,
        /** An acronym, ellipsis, descriptive alias, or a bare surname whose full name is nowhere in the article. */
        ALIAS,
        /** A bare surname or short form resolved by a full name in the same article. */
        COREFERENCE,
        /** A demonym adjective: Zuid-Koreaanse. */
        DEMONYM,
        /** What stands for a government: Witte Huis, Kremlin, a capital that acts. */
        METONYM;

        /** Lower case: {@code coreference}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
