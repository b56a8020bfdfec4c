package kroniek.language.date;

import kroniek.language.date.Vocabulary.Word;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the verbs around an expression whether it lies back or ahead. The nearest verb of the sentence counts, where every
 * border between clauses makes a verb look further away. A perfect is an auxiliary with a participle; a present tense means the
 * future, save that of reporting verbs ("meldt de politie dinsdag").
 */
final class Tense {

    /** No verb further away is looked at. */
    private static final int REACH = 40;

    private static final int CLAUSE_BORDER = 9;
    private static final int COMMA = 6;

    /** A participle is at least "gedaan". */
    private static final int SHORTEST_PARTICIPLE = 5;

    private final int past;
    private final int future;
    private final int present;
    private final int report;
    private final int have;
    private final int become;
    private final int participle;
    private final int planned;
    private final int infinitive;
    private final int modal;
    private final int modalPast;
    private final int clause;
    private final int since;
    private final int until;
    private final int prefix;
    private final Vocabulary vocabulary;

    Tense(Grammar grammar) {
        past = grammar.wordClass("V_PAST");
        future = grammar.wordClass("V_FUTURE");
        present = grammar.wordClass("V_PRESENT");
        report = grammar.wordClass("V_REPORT");
        have = grammar.wordClass("V_HAVE");
        become = grammar.wordClass("V_BECOME");
        participle = grammar.wordClass("V_PARTICIPLE");
        planned = grammar.wordClass("V_PLANNED");
        infinitive = grammar.wordClass("V_INFINITIVE");
        modal = grammar.wordClass("V_MODAL");
        modalPast = grammar.wordClass("V_MODAL_PAST");
        clause = grammar.wordClass("CLAUSE");
        since = grammar.wordClass("SINCE");
        until = grammar.wordClass("UNTIL");
        prefix = grammar.wordClass("PREFIX");
        vocabulary = grammar.vocabulary();
    }

    /** Where the expression of the tokens {@code first} to {@code last} lies. */
    Direction direction(Scan scan, int first, int last) {
        if (first > 0 && in(scan.word(first - 1), since)) {
            return Direction.BACK;
        }
        Sentence sentence = Sentence.around(scan, first, last);
        Direction nearest = nearestVerb(scan, sentence, first, last);
        if (nearest != Direction.BACK && first > 0 && in(scan.word(first - 1), until)) {
            return Direction.AHEAD;
        }
        return nearest;
    }

    private Direction nearestVerb(Scan scan, Sentence sentence, int first, int last) {
        int left = first - 1;
        int right = last + 1;
        int leftCost = 0;
        int rightCost = 0;
        boolean withInfinitive = false;
        while (left >= sentence.first() || right <= sentence.last()) {
            boolean goLeft = right > sentence.last() || (left >= sentence.first() && leftCost <= rightCost);
            int token = goLeft ? left-- : right++;
            int cost = cost(scan, token);
            if (goLeft) {
                leftCost += cost;
            } else {
                rightCost += cost;
            }
            if ((goLeft ? leftCost : rightCost) > REACH) {
                if (goLeft) {
                    left = sentence.first() - 1;
                } else {
                    right = sentence.last() + 1;
                }
                continue;
            }
            Direction found = withInfinitive ? modal(scan.word(token)) : verb(scan, sentence, token);
            if (found != Direction.UNKNOWN) {
                return found;
            }
            withInfinitive |= in(scan.word(token), infinitive);
        }
        return withInfinitive ? Direction.AHEAD : Direction.UNKNOWN;
    }

    /** Beside an infinitive only a modal verb says when: "zal ... ontvangen", "moest ... vertrekken". */
    private Direction modal(@Nullable Word word) {
        if (in(word, modalPast)) {
            return Direction.BACK;
        }
        return in(word, modal) ? Direction.AHEAD : Direction.UNKNOWN;
    }

    private int cost(Scan scan, int token) {
        if (scan.text().kind(token) == Text.Kind.SIGN) {
            return COMMA;
        }
        return in(scan.word(token), clause) ? CLAUSE_BORDER : 1;
    }

    private Direction verb(Scan scan, Sentence sentence, int token) {
        Word word = scan.word(token);
        if (in(word, past) || in(word, report)) {
            return Direction.BACK;
        }
        if (in(word, future) || in(word, become)) {
            return Direction.AHEAD;
        }
        if (in(word, have)) {
            return perfect(scan, sentence, token);
        }
        if (in(word, planned)) {
            return Direction.AHEAD;
        }
        if (isParticiple(scan, token)) {
            return participle(scan, sentence, token);
        }
        if (in(word, present)) {
            return Direction.AHEAD;
        }
        return word == null && separable(scan.text(), token) ? Direction.BACK : Direction.UNKNOWN;
    }

    /** "Heeft" and "is": past with a participle, save a planned one; else a present that may mean the future. */
    private Direction perfect(Scan scan, Sentence sentence, int token) {
        Direction direction = Direction.AHEAD;
        for (int other = sentence.first(); other <= sentence.last(); other++) {
            if (in(scan.word(other), planned)) {
                return Direction.AHEAD;
            }
            if (in(scan.word(other), clause) && other > token) {
                break;
            }
            if (isParticiple(scan, other)) {
                direction = Direction.BACK;
            }
        }
        return direction;
    }

    /** A participle is past, save beside "wordt" and "zal worden". */
    private Direction participle(Scan scan, Sentence sentence, int token) {
        int from = Math.max(sentence.first(), token - 15);
        int to = Math.min(sentence.last(), token + 3);
        for (int other = token; other >= from; other--) {
            if (in(scan.word(other), clause) && other < token - 1) {
                break;
            }
            if (isFuture(scan, other)) {
                return Direction.AHEAD;
            }
            if (in(scan.word(other), past) || in(scan.word(other), have)) {
                return Direction.BACK;
            }
        }
        for (int other = token + 1; other <= to; other++) {
            if (isFuture(scan, other)) {
                return Direction.AHEAD;
            }
        }
        return Direction.BACK;
    }

    private boolean isFuture(Scan scan, int token) {
        return in(scan.word(token), become) || in(scan.word(token), future);
    }

    private boolean isParticiple(Scan scan, int token) {
        Word word = scan.word(token);
        if (word != null) {
            return in(word, participle);
        }
        Text text = scan.text();
        int start = text.start(token);
        int end = text.end(token);
        String string = text.string();
        if (end - start < SHORTEST_PARTICIPLE || string.charAt(start) != 'g' || string.charAt(start + 1) != 'e') {
            return false;
        }
        char lastChar = string.charAt(end - 1);
        return lastChar == 'd' || lastChar == 't' || (lastChar == 'n' && string.charAt(end - 2) == 'e');
    }

    /** "Plaatsvond", "uitriep": a past form behind the prefix of a separable verb. */
    private boolean separable(Text text, int token) {
        String string = text.string();
        int start = text.start(token);
        int end = text.end(token);
        for (int at = start + 2; at <= Math.min(end - 3, start + 7); at++) {
            if (in(vocabulary.find(string, start, at), prefix) && in(vocabulary.find(string, at, end), past)) {
                return true;
            }
        }
        return false;
    }

    private static boolean in(@Nullable Word word, int wordClass) {
        return word != null && word.in(wordClass);
    }
}
