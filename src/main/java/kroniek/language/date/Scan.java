package kroniek.language.date;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kroniek.language.date.Vocabulary.Word;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the tokens of one text: at each token the rules that may begin there, the longest match counts and
 * the pass goes on
 * behind it. Patterns have no loops, so the work for one token is bounded and the pass is linear.
 */
final class Scan {

    private final Vocabulary vocabulary;
    private final Text text;
    private final @Nullable Piece[] pieces;

    /** The filters of the pieces, one place to the right: before and behind the text there is no token. */
    private final long[] filters;

    private final int[] slots = new int[2 * Slot.COUNT_OF_SLOTS];
    private int[] trail = new int[64];
    private int trailSize;
    private int side;
    private int from;
    private @Nullable Sentence sentence;
    private int sentenceFirst;
    private int sentenceLast;

    Scan(Grammar grammar, Text text) {
        this.vocabulary = grammar.vocabulary();
        this.text = text;
        this.pieces = new Piece[text.size()];
        this.filters = new long[text.size() + 2];
        filters[0] = Signature.NO_TOKEN;
        filters[text.size() + 1] = Signature.NO_TOKEN;
        for (int token = 0; token < pieces.length; token++) {
            Piece piece = vocabulary.piece(text, token);
            pieces[token] = piece;
            filters[token + 1] = piece != null ? piece.filter() : Signature.NO_TOKEN;
        }
        Arrays.fill(slots, Slot.UNSET);
    }

    /** The word that a token is, or null. */
    @Nullable
    Word word(int token) {
        return pieces[token] instanceof Word word ? word : null;
    }

    Text text() {
        return text;
    }

    /** The sentence around some tokens. */
    Sentence sentence(int first, int last) {
        Sentence known = sentence;
        if (known == null || first != sentenceFirst || last != sentenceLast) {
            known = Sentence.around(text, first, last);
            sentence = known;
            sentenceFirst = first;
            sentenceLast = last;
        }
        return known;
    }

    /** The matches from a token on, in order, disjoint; look-alikes are left out. */
    List<Match> matches(int start) {
        List<Match> found = new ArrayList<>();
        int token = start;
        while (token < text.size()) {
            Match match = longest(token);
            if (match == null) {
                token++;
            } else {
                if (match.rule().meaning() != Rule.Meaning.NOTHING) {
                    found.add(match);
                }
                token = match.last() + 1;
            }
        }
        return found;
    }

    private @Nullable Match longest(int token) {
        Piece piece = pieces[token];
        if (piece == null) {
            return null;
        }
        Match longest = null;
        long before = filters[token];
        long second = filters[token + 2];
        for (Start start : piece.starts) {
            if ((start.beforeFilter() & before) == 0 || (start.secondFilter() & second) == 0) {
                continue;
            }
            if (!admits(start.before(), token - 1) || !admits(start.second(), token + 1)) {
                continue;
            }
            int known = longest == null ? token - 1 : longest.last();
            if (!mayEnd(start, token, known)) {
                continue;
            }
            int end = run(start.pattern(), token);
            boolean longer = end > token && (longest == null || end - 1 > longest.last());
            if (longer && Edges.allow(text, start.rule(), token, end - 1, token > 0 && word(token - 1) != null)) {
                longest = new Match(start.rule(), token, end - 1, slots.clone());
            }
            undo(0);
        }
        return longest;
    }

    /** Whether some token that a pattern can end with stands where it can end, behind a token that is reached already. */
    private boolean mayEnd(Start start, int token, int reached) {
        int from = Math.max(token + start.pattern().fewest() - 1, reached + 1);
        int to = Math.min(token + start.pattern().most(), pieces.length);
        for (int at = from; at < to; at++) {
            if ((start.lastFilter() & filters[at + 1]) != 0 && admits(start.last(), at)) {
                return true;
            }
        }
        return false;
    }

    /** Runs a pattern; returns the token behind its match, or -1. What a failed way had set is undone. */
    private int run(Step pattern, int token) {
        from = token;
        side = 0;
        return follow(pattern, token);
    }

    private int follow(Step pattern, int start) {
        Step step = pattern;
        int token = start;
        while (step != null) {
            switch (step.kind()) {
                case END -> {
                    return token;
                }
                case FORK -> {
                    int end = admits(step.next(), token) ? attempt(step.next(), token) : -1;
                    if (end >= 0) {
                        return end;
                    }
                    step = admits(step.other(), token) ? step.other() : null;
                    continue;
                }
                case CLASS, WORD -> {
                    if (!follows(token) || !takes(step, token, true)) {
                        return -1;
                    }
                    token++;
                }
                case SET -> {
                    if (step.slot() != null) {
                        set(step.slot(), step.number());
                    }
                }
                case SECOND -> side = 1;
                default -> {
                    if (!holds(step, token)) {
                        return -1;
                    }
                }
            }
            step = step.next();
        }
        return -1;
    }

    /** Whether a way with this signature has a chance at the token. */
    private boolean admits(Signature way, int token) {
        if (way.isAny()) {
            return true;
        }
        Piece piece = token < 0 || token >= pieces.length ? null : pieces[token];
        return piece != null && way.admits(piece.signature());
    }

    /** Whether a way has a chance at the token. */
    private boolean admits(@Nullable Step way, int token) {
        return way != null && (way.filter() & filters[token + 1]) != 0 && admits(way.first(), token);
    }

    /** Follows a way; where it fails, what it had set is undone. */
    private int attempt(@Nullable Step way, int token) {
        int mark = trailSize;
        int markSide = side;
        int end = way == null ? -1 : follow(way, token);
        if (end < 0) {
            undo(mark);
            side = markSide;
        }
        return end;
    }

    /** Whether the token is there and no empty line stands before it inside the match. */
    private boolean follows(int token) {
        return token < text.size() && (token == from || !text.paragraphBefore(token));
    }

    private boolean holds(Step step, int token) {
        return switch (step.kind()) {
            case GLUE -> token < text.size() && !text.spaceBefore(token);
            case SPACE -> token < text.size() && text.spaceBefore(token);
            case OPENING -> Sentence.begins(text, token);
            case LINE -> token == text.size() || text.lineBefore(token);
            case SAME_LINE -> token < text.size() && !text.lineBefore(token);
            case CAPITAL -> capital(token);
            case NO_CAPITAL -> !capital(token);
            case AFTER -> stands(step, token - 1);
            case AFTER2 -> stands(step, token - 2);
            case NOT_AFTER -> !stands(step, token - 1);
            case BEFORE -> stands(step, token);
            default -> !stands(step, token);
        };
    }

    private boolean capital(int token) {
        return token < text.size()
                && !text.lineBefore(token)
                && text.kind(token) == Text.Kind.WORD
                && text.capitalised(token);
    }

    /** Whether what a step looks at stands there, and no empty line between. */
    private boolean stands(Step step, int token) {
        return token >= 0 && token < text.size() && takes(step, token, false) && !parted(step, token);
    }

    private boolean begins(int token) {
        return token < text.size() && text.paragraphBefore(token);
    }

    private boolean parted(Step step, int token) {
        return switch (step.kind()) {
            case AFTER, NOT_AFTER -> begins(token + 1);
            case AFTER2 -> begins(token + 1) || begins(token + 2);
            default -> token != from && begins(token);
        };
    }

    private boolean takes(Step step, int token, boolean fill) {
        Piece piece = pieces[token];
        if (step.word() != null) {
            return piece == step.word();
        }
        if (piece == null || !piece.in(step.number())) {
            return false;
        }
        if (fill) {
            fill(piece, step.number(), token);
        }
        return true;
    }

    private void fill(Piece piece, int wordClass, int token) {
        if (piece instanceof Word word) {
            List<Assignment> said = word.sense(wordClass).said();
            for (int i = 0; i < said.size(); i++) {
                set(said.get(i).slot(), said.get(i).value());
            }
        } else {
            set(vocabulary.slot(wordClass), Numerals.value(text, token));
        }
    }

    private void set(Slot slot, int value) {
        int at = side * Slot.COUNT_OF_SLOTS + slot.index();
        if (trailSize + 2 > trail.length) {
            trail = Arrays.copyOf(trail, 2 * trail.length);
        }
        trail[trailSize++] = at;
        trail[trailSize++] = slots[at];
        slots[at] = value;
    }

    private void undo(int mark) {
        while (trailSize > mark) {
            trailSize -= 2;
            slots[trail[trailSize]] = trail[trailSize + 1];
        }
    }
}
