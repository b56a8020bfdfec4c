package kroniek.language.date;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One step of a compiled pattern. A pattern is a chain of steps without a loop, so it looks at a bounded number of tokens.
 *
 * @param kind what the step does
 * @param number the class, or the value to set
 * @param word the word to take or look for, or null
 * @param slot the slot to set, or null
 * @param next the step after this one; null only for {@link Kind#END}
 * @param other the second way of a {@link Kind#FORK}, taken where the first fails
 */
record Step(
        Kind kind,
        int number,
        Vocabulary.@Nullable Word word,
        @Nullable Slot slot,
        @Nullable Step next,
        @Nullable Step other) {

    /** What a step does. */
    enum Kind {
        /** Takes a token of a class, with what it says. */
        CLASS,
        /** Takes one particular word. */
        WORD,
        /** Sets a slot. */
        SET,
        /** Asks that no white space stands here. */
        GLUE,
        /** Begins the second end of a range. */
        SECOND,
        /** Tries two ways. */
        FORK,
        /** Looks at the token before. */
        AFTER,
        /** Looks at the token before. */
        NOT_AFTER,
        /** Looks at the next token. */
        BEFORE,
        /** Looks at the next token. */
        NOT_BEFORE,
        /** The whole pattern matches. */
        END
    }

    /** The last step of every pattern. */
    static final Step END = new Step(Kind.END, 0, null, null, null, null);

    static Step fork(Step first, Step second) {
        return new Step(Kind.FORK, 0, null, null, first, second);
    }

    static Step set(Assignment assignment, Step next) {
        return new Step(Kind.SET, assignment.value(), null, assignment.slot(), next, null);
    }

    static Step plain(Kind kind, Step next) {
        return new Step(kind, 0, null, null, next, null);
    }

    /** A step that takes or looks at a token: of a class, or one word. */
    static Step token(Kind kind, int wordClass, Vocabulary.@Nullable Word word, Step next) {
        return new Step(kind, wordClass, word, null, next, null);
    }

    /** Hands over the steps that can take the first token. */
    void first(Consumer<Step> steps) {
        if (kind == Kind.CLASS || kind == Kind.WORD || kind == Kind.END) {
            steps.accept(this);
            return;
        }
        if (next != null) {
            next.first(steps);
        }
        if (other != null) {
            other.first(steps);
        }
    }
}
