package kroniek.language.date;

import kroniek.language.date.Verbs.Form;
import kroniek.language.text.Text;

/**
 * Reads from the verbs around an expression whether it lies back or ahead. The nearest verb of the sentence counts,
 * where every
 * border between clauses makes a verb look further away. A perfect is an auxiliary with a participle; a present
 * tense means the
 * future, save that of reporting verbs ("meldt de politie dinsdag"); beside an infinitive only the modal verb counts.
 */
final class Tense {

    /** No verb that looks further away counts. */
    private static final int REACH = 45;

    private static final int CLAUSE_BORDER = 9;
    private static final int SIGN = 6;

    /** How far before its participle an auxiliary is looked for, and how far behind. */
    private static final int FRAME_LEFT = 18;

    private static final int FRAME_RIGHT = 3;

    /** How far before its verb a subject is looked for. */
    private static final int SUBJECT_LEFT = 3;

    /** How far before an expression "tot en met" begins. */
    private static final int LEAD = 4;

    private final Verbs verbs;

    Tense(Grammar grammar) {
        verbs = new Verbs(grammar);
    }

    /** Where the expression of the tokens {@code first} to {@code last} lies. */
    Direction direction(Scan scan, int first, int last) {
        if (since(scan, first)) {
            return Direction.BACK;
        }
        if (verbs.isOfPast(scan, first) || verbs.isAfterAdjective(scan, first)) {
            return Direction.BACK;
        }
        boolean until = until(scan, first);
        Direction nearest = new Search(scan, first, last, until).nearest();
        if (!until) {
            return nearest;
        }
        return nearest == Direction.BACK ? Direction.UNKNOWN : Direction.AHEAD;
    }

    /** Whether a token links two members of a row: "en", "of", a comma. */
    boolean links(Scan scan, int token) {
        return verbs.is(scan, token, Form.ROW);
    }

    /** Whether "in" or "op" stands before the expression: it says when something happens. */
    boolean isWhen(Scan scan, int first) {
        return first > 0 && verbs.is(scan, first - 1, Form.WHEN);
    }

    /** Whether "na" stands before the expression. */
    boolean isAfter(Scan scan, int first) {
        return first > 0 && verbs.is(scan, first - 1, Form.AFTER);
    }

    /** Whether "van" or "voor" stands before the expression. */
    boolean isAttribute(Scan scan, int first) {
        return first > 0 && verbs.is(scan, first - 1, Form.OF_OR_BEFORE);
    }

    /** Whether an opening bracket stands before the expression. */
    boolean opens(Scan scan, int first) {
        return first > 0 && verbs.is(scan, first - 1, Form.OPENING);
    }

    /** Whether a token leads from an earlier day to a later one: "tot", "en". */
    boolean leads(Scan scan, int token) {
        return token >= 0 && (links(scan, token) || until(scan, token + 1));
    }

    /** Whether "tot", "tot en met", "uiterlijk op" or "vanaf" stands before the expression. */
    boolean until(Scan scan, int first) {
        int token = first - 1;
        while (token > Math.max(0, first - LEAD) && verbs.is(scan, token, Form.LINK)) {
            token--;
        }
        boolean tenLast = token > 0 && verbs.is(scan, token, Form.TEN_LAST) && verbs.is(scan, token - 1, Form.TEN);
        return tenLast || (token >= 0 && verbs.is(scan, token, Form.UNTIL));
    }

    /** Whether a token is a verb that may tell who said something, and when: "zei", "waarschuwt". */
    boolean tells(Scan scan, int token) {
        return verbs.isPast(scan, token) || verbs.is(scan, token, Form.V_REPORT);
    }

    /** Whether "sinds" stands before the expression. */
    boolean since(Scan scan, int first) {
        return first > 0 && verbs.is(scan, first - 1, Form.SINCE);
    }

    /** The search for the nearest verb, alternately to the left and to the right. */
    private final class Search {

        private final Scan scan;
        private final Sentence sentence;
        private final int first;
        private final int last;
        private final boolean until;

        Search(Scan scan, int first, int last, boolean until) {
            this.scan = scan;
            this.first = first;
            this.last = last;
            this.until = until;
            this.sentence = scan.sentence(first, last);
        }

        Direction nearest() {
            if (decided() && infinitiveBehind()) {
                return Direction.AHEAD;
            }
            if (opensWithPast()) {
                return Direction.BACK;
            }
            int left = first - 1;
            int right = last + 1;
            int leftCost = 0;
            int rightCost = 0;
            boolean infinitive = false;
            while (true) {
                boolean leftOpen = left >= sentence.first() && leftCost <= REACH;
                boolean rightOpen = right <= sentence.last() && rightCost <= REACH;
                if (!leftOpen && !rightOpen) {
                    return withoutVerb(infinitive);
                }
                boolean goLeft = leftOpen && (!rightOpen || leftCost <= rightCost);
                int token = goLeft ? left-- : right++;
                if (goLeft) {
                    leftCost += cost(token);
                } else {
                    rightCost += cost(token);
                }
                Direction found = reports(token) ? reported() : infinitive ? modal(token) : verb(token);
                if (found != Direction.UNKNOWN) {
                    return found;
                }
                infinitive |= isInfinitive(token);
            }
        }

        /** "Donderdag nog schroefde": a word like a past tense where the verb of the sentence stands. */
        private boolean opensWithPast() {
            if (first != sentence.first() || last + 1 > sentence.last()) {
                return false;
            }
            int verb = verbs.is(scan, last + 1, Form.ADVERB) ? last + 2 : last + 1;
            return verb <= sentence.last() && verbs.looksPast(scan, verb);
        }

        private boolean decided() {
            int before = first - 1;
            return before >= sentence.first()
                    && (verbs.isParticiple(scan, before) || verbs.is(scan, before, Form.V_PLANNED));
        }

        private boolean isInfinitive(int token) {
            return (verbs.is(scan, token, Form.V_INFINITIVE) && !verbs.isNominal(scan, token))
                    || verbs.isSeparableInfinitive(scan, token);
        }

        /** "Besloten donderdag te staken": what was decided lies ahead. */
        private boolean infinitiveBehind() {
            for (int token = last + 1; token < sentence.last(); token++) {
                if (verbs.is(scan, token, Form.CLAUSE) || scan.text().kind(token) == Text.Kind.SIGN) {
                    return false;
                }
                if (verbs.is(scan, token, Form.NO_FINITE)) {
                    return true;
                }
            }
            return false;
        }

        private Direction reported() {
            return until ? Direction.AHEAD : Direction.BACK;
        }

        /** "Laat dinsdag weten", "maakt dinsdag bekend dat", "dat deelt het bedrijf dinsdag mee": saying, in two words. */
        private boolean reports(int token) {
            if (!verbs.is(scan, token, Form.V_REPORT_PARTED)) {
                return false;
            }
            boolean ofThat = token == sentence.first() + 1 && verbs.is(scan, sentence.first(), Form.CLAUSE);
            for (int other = token + 1; other <= Math.min(sentence.last(), token + FRAME_LEFT); other++) {
                if (verbs.is(scan, other, Form.V_KNOW)) {
                    return true;
                }
                if (verbs.is(scan, other, Form.REPORT_PARTICLE)) {
                    return ofThat || endsReport(other + 1);
                }
                if (verbs.is(scan, other, Form.CLAUSE)) {
                    return false;
                }
            }
            return false;
        }

        /** What was said follows: "dat ...", "te ...", ": ...". */
        private boolean endsReport(int token) {
            return token <= sentence.last()
                    && (verbs.is(scan, token, Form.CLAUSE)
                            || verbs.is(scan, token, Form.NO_FINITE)
                            || scan.text().is(token, ':'));
        }

        private Direction withoutVerb(boolean infinitive) {
            Direction weak = weak();
            return weak == Direction.UNKNOWN && infinitive ? Direction.AHEAD : weak;
        }

        private int cost(int token) {
            if (scan.text().kind(token) == Text.Kind.SIGN) {
                return scan.text().is(token, '-') ? 1 : SIGN;
            }
            return verbs.is(scan, token, Form.CLAUSE) ? CLAUSE_BORDER : 1;
        }

        /** Without a verb that is known, what a word right beside the expression looks like. */
        private Direction weak() {
            for (int token : new int[] {first - 1, last + 1, last + 2}) {
                if (token >= sentence.first() && token <= sentence.last()) {
                    if (verbs.looksPast(scan, token)) {
                        return Direction.BACK;
                    }
                    if (verbs.looksPresent(scan, token)) {
                        return Direction.AHEAD;
                    }
                }
            }
            return Direction.UNKNOWN;
        }

        /** Beside an infinitive only a modal verb says when: "zal ... ontvangen", "moest ... vertrekken". */
        private Direction modal(int token) {
            if (verbs.is(scan, token, Form.V_MODAL_PAST)) {
                return Direction.BACK;
            }
            return verbs.is(scan, token, Form.V_MODAL) ? Direction.AHEAD : Direction.UNKNOWN;
        }

        private Direction verb(int token) {
            if (verbs.isNone(scan, token)) {
                return Direction.UNKNOWN;
            }
            if (verbs.is(scan, token, Form.V_REPORT)) {
                return reported();
            }
            if (verbs.isPast(scan, token)) {
                return Direction.BACK;
            }
            if (verbs.is(scan, token, Form.V_MODAL_PAST)) {
                return Direction.BACK;
            }
            if (isFuture(token)) {
                return future(token);
            }
            if (verbs.is(scan, token, Form.V_HAVE) || verbs.is(scan, token, Form.V_BE)) {
                return perfect(token);
            }
            if (verbs.isParticiple(scan, token) || verbs.is(scan, token, Form.V_PLANNED)) {
                return participle(token);
            }
            if (verbs.isSeparableInfinitive(scan, token)) {
                return Direction.UNKNOWN;
            }
            boolean present = verbs.isPresent(scan, token) || verbs.isOfSelf(scan, token) || closes(token);
            boolean modal = verbs.is(scan, token, Form.V_MODAL);
            return present ? modal ? Direction.AHEAD : Direction.PRESENT : Direction.UNKNOWN;
        }

        /**
         * "Dat de avond op 22 juli vervalt.": a word like a present tense between the expression and the end of its
         * clause.
         */
        private boolean closes(int token) {
            boolean lastOfClause = token == scan.text().size() - 1
                    || scan.text().kind(token + 1) == Text.Kind.SIGN
                    || scan.text().paragraphBefore(token + 1);
            return token == last + 1 && lastOfClause && verbs.looksPresent(scan, token);
        }

        /** "Wordt" is a present tense; "zou hebben gestolen" is said of the past; all else lies ahead. */
        private Direction future(int token) {
            if (verbs.is(scan, token, Form.V_BECOME)) {
                return Direction.PRESENT;
            }
            return verbs.is(scan, token, Form.V_WOULD) && perfectBehind(token) ? Direction.BACK : Direction.AHEAD;
        }

        /** "Hebben gestolen", "vertrokken zijn": an infinitive of the perfect behind a token, in its clause. */
        private boolean perfectBehind(int token) {
            for (int other = token + 1; other <= sentence.last(); other++) {
                if (verbs.is(scan, other, Form.CLAUSE)) {
                    return false;
                }
                boolean auxiliary = verbs.is(scan, other, Form.V_HAVE) || verbs.is(scan, other, Form.V_BE);
                boolean beside = verbs.isParticiple(scan, other - 1)
                        || (other < sentence.last() && verbs.isParticiple(scan, other + 1));
                if (auxiliary && beside) {
                    return true;
                }
            }
            return false;
        }

        private boolean isFuture(int token) {
            return verbs.is(scan, token, Form.V_BECOME) || verbs.is(scan, token, Form.V_FUTURE);
        }

        /**
         * "Heeft" and "is": past with a participle, where "is" takes no planned one; else a present that may look
         * ahead.
         */
        private Direction perfect(int token) {
            boolean have = verbs.is(scan, token, Form.V_HAVE);
            int modal = modalBefore(token);
            if (modal >= 0) {
                return future(modal);
            }
            for (int other = token + 1; other <= sentence.last(); other++) {
                if (until && verbs.is(scan, other, Form.V_GRANTED)) {
                    return Direction.AHEAD;
                }
                if (verbs.isParticiple(scan, other) || (have && verbs.is(scan, other, Form.V_PLANNED))) {
                    return Direction.BACK;
                }
                if (verbs.is(scan, other, Form.CLAUSE) || isFuture(other)) {
                    break;
                }
            }
            boolean behind = token > sentence.first() && verbs.isParticiple(scan, token - 1);
            return behind ? Direction.BACK : Direction.PRESENT;
        }

        /** "Moet zijn aangenomen", "zal hebben betaald": the modal verb earlier in the clause, or -1. */
        private int modalBefore(int token) {
            for (int other = token - 1; other >= Math.max(sentence.first(), token - FRAME_LEFT); other--) {
                if (verbs.is(scan, other, Form.V_MODAL)) {
                    return other;
                }
                if (verbs.is(scan, other, Form.CLAUSE)) {
                    return -1;
                }
            }
            return -1;
        }

        /** A participle is past, save beside "wordt", "zal worden" and "blijft". */
        private Direction participle(int token) {
            for (int other = token - 1; other >= Math.max(sentence.first(), token - FRAME_LEFT); other--) {
                if (other >= first && other <= last) {
                    continue; // "het vierde kwartaal": here "vierde" is no verb
                }
                if (isFuture(other)) {
                    return future(other);
                }
                if (verbs.isPresent(scan, other) && (!verbs.isEither(scan, other) || finite(other))) {
                    return Direction.PRESENT;
                }
                if (verbs.isPast(scan, other) || verbs.is(scan, other, Form.V_HAVE)) {
                    return Direction.BACK;
                }
                if (verbs.is(scan, other, Form.V_BE)) {
                    return perfect(other);
                }
                if (verbs.is(scan, other, Form.CLAUSE)) {
                    break;
                }
            }
            for (int other = token + 1; other <= Math.min(sentence.last(), token + FRAME_RIGHT); other++) {
                if (isFuture(other)) {
                    return future(other);
                }
            }
            if (verbs.isEither(scan, token)) {
                return finite(token) ? Direction.PRESENT : Direction.BACK;
            }
            boolean planned = verbs.is(scan, token, Form.V_PLANNED) && !verbs.isParticiple(scan, token);
            return planned || (until && verbs.is(scan, token, Form.V_GRANTED)) ? Direction.AHEAD : Direction.BACK;
        }

        /**
         * Whether a word that may be a participle is the verb of its clause: "eind april ontmoet de president", "zodat hij in juni de top
         * bereikt"; not "ontdekt werd", "ontdekt in mei", nor in a headline's weekday: "brand verwoest zondag".
         */
        private boolean finite(int token) {
            int next = token + 1;
            boolean auxiliary = next <= sentence.last()
                    && (verbs.is(scan, next, Form.V_HAVE)
                            || verbs.is(scan, next, Form.V_BE)
                            || verbs.isPast(scan, next)
                            || isFuture(next));
            if (auxiliary || token == sentence.first() || scan.text().kind(token - 1) == Text.Kind.SIGN) {
                return false;
            }
            return subject(token) || !verbs.isWeekday(scan, first);
        }

        /** Whether a pronoun or a noun with its article stands before a token, in its clause: hij, de president. */
        private boolean subject(int token) {
            for (int other = token - 1; other >= Math.max(sentence.first(), token - SUBJECT_LEFT); other--) {
                if (verbs.is(scan, other, Form.SUBJECT)) {
                    return true;
                }
                if (scan.text().kind(other) == Text.Kind.SIGN) {
                    return false;
                }
            }
            return false;
        }
    }
}
