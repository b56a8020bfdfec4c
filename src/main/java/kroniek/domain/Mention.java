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
 * @param rejected who else has that name and is not meant, at most a few, the likeliest first
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
        List<String> candidates,
        List<Rejected> rejected) {

    /** @throws IllegalArgumentException for a mention that counts for nobody, or for a place */
    public Mention {
        candidates = List.copyOf(candidates);
        rejected = List.copyOf(rejected);
        if (counted && (actor == null || type == ActorType.PLACE)) {
            throw new IllegalArgumentException("a counted mention needs an actor: '" + text + "'");
        }
    }

    /** A mention of a name that nobody else is known to have. */
    public Mention(
            String text,
            Span span,
            ActorType type,
            @Nullable Actor actor,
            Form form,
            boolean counted,
            String rule,
            String evidence,
            List<String> candidates) {
        this(text, span, type, actor, form, counted, rule, evidence, candidates, List.of());
    }

    /** Whether the article leaves open who is meant. */
    public boolean ambiguous() {
        return !candidates.isEmpty();
    }

    /**
     * Somebody or something that has the name too and is not meant.
     *
     * @param id the actor's id
     * @param name the name to show
     * @param why what the article says about this one, in words for a reader
     */
    public record Rejected(String id, String name, String why) {}

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
