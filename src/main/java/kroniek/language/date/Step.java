package kroniek.language.date;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One step of a compiled pattern. A pattern is a chain of steps without a loop, so it looks at a bounded number of
 * tokens. Steps are
 * compared by identity: ways that join again share their steps.
 */
final class Step {

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
        /** Asks that white space stands here. */
        SPACE,
        /** Begins the second end of a range. */
        SECOND,
        /** Tries two ways, in order. */
        FORK,
        /** Asks that a sentence begins here. */
        OPENING,
        /** Asks that a line begins here, or the text ends. */
        LINE,
        /** Asks that no line begins here. */
        SAME_LINE,
        /** Asks that the next token is a word with a capital, on the same line. */
        CAPITAL,
        /** Asks that it is not. */
        NO_CAPITAL,
        /** Looks at the token before. */
        AFTER,
        /** Looks at the last token but one. */
        AFTER2,
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

    private final Kind kind;
    private final int number;
    private final Vocabulary.@Nullable Word word;
    private final @Nullable Slot slot;
    private final @Nullable Step next;
    private final @Nullable Step other;
    private final Signature first;
    private final long filter;
    private final Signature last;
    private final int fewest;
    private final int most;

    private Step(
            Kind kind,
            int number,
            Vocabulary.@Nullable Word word,
            @Nullable Slot slot,
            @Nullable Step next,
            @Nullable Step other) {
        this.kind = kind;
        this.number = number;
        this.word = word;
        this.slot = slot;
        this.next = next;
        this.other = other;
        this.first = signature();
        this.filter = first.filter();
        this.last = lastSignature();
        this.fewest = tokens() + (next == null ? 0 : other == null ? next.fewest : Math.min(next.fewest, other.fewest));
        this.most = tokens() + (next == null ? 0 : other == null ? next.most : Math.max(next.most, other.most));
    }

    /** How many tokens the step itself takes. */
    private int tokens() {
        return kind == Kind.CLASS || kind == Kind.WORD ? 1 : 0;
    }

    private Signature lastSignature() {
        Signature behind = next == null ? Signature.NONE : next.last;
        if (tokens() > 0 && next != null && next.fewest == 0) {
            return behind.or(first);
        }
        return other == null ? behind : behind.or(other.last);
    }

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

    private Signature signature() {
        if (kind == Kind.END) {
            return Signature.ANY;
        }
        if (kind == Kind.CLASS) {
            return Signature.ofClass(number);
        }
        if (kind == Kind.WORD && word != null) {
            return Signature.ofWord(word.form);
        }
        Signature ahead = next == null ? Signature.ANY : next.first;
        return other == null ? ahead : ahead.or(other.first);
    }

    Kind kind() {
        return kind;
    }

    /** The class, or the value to set. */
    int number() {
        return number;
    }

    /** The word to take or look for, or null for a class. */
    Vocabulary.@Nullable Word word() {
        return word;
    }

    /** The slot to set, or null. */
    @Nullable
    Slot slot() {
        return slot;
    }

    /** The step after this one; null only for {@link Kind#END}. */
    @Nullable
    Step next() {
        return next;
    }

    /** The second way of a {@link Kind#FORK}, else null. */
    @Nullable
    Step other() {
        return other;
    }

    /** What the next token must be for this way to have a chance. */
    Signature first() {
        return first;
    }

    /** What the last token must be that this way takes. */
    Signature last() {
        return last;
    }

    /** How many tokens this way takes at least. */
    int fewest() {
        return fewest;
    }

    /** How many tokens this way takes at most. */
    int most() {
        return most;
    }

    /** What the token before this way must be for it to have a chance. */
    Signature before() {
        return switch (kind) {
            case AFTER -> word != null ? Signature.ofWord(word.form) : Signature.ofClass(number);
            case AFTER2, NOT_AFTER, BEFORE, NOT_BEFORE, OPENING, LINE, SET ->
                next == null ? Signature.ANY : next.before();
            case FORK ->
                next == null || other == null ? Signature.ANY : next.before().or(other.before());
            default -> Signature.ANY;
        };
    }

    /** The filter of {@link #first}. */
    long filter() {
        return filter;
    }

    /** Hands over the steps that can take the first token, and the end where the pattern can do without one. */
    void eachFirst(Consumer<Step> steps) {
        eachFirst(steps, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void eachFirst(Consumer<Step> steps, Set<Step> seen) {
        if (!seen.add(this)) {
            return;
        }
        if (kind == Kind.CLASS || kind == Kind.WORD || kind == Kind.END) {
            steps.accept(this);
            return;
        }
        if (next != null) {
            next.eachFirst(steps, seen);
        }
        if (other != null) {
            other.eachFirst(steps, seen);
        }
    }
}
