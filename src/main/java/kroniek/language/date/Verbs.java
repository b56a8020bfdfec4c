package kroniek.language.date;

import kroniek.language.date.Vocabulary.Word;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Tells which verb forms the tokens of a text are: those that the vocabulary lists, and those that its forms are
 * part of.
 */
final class Verbs {

    /** A participle is at least "gedaan". */
    private static final int SHORTEST_PARTICIPLE = 5;

    /** "Verruimd". */
    private static final int SHORTEST_WEAK = 7;

    /** "Bijeen", "terecht": the longest prefixes of separable verbs. */
    private static final int LONGEST_PREFIX = 7;

    /** What a word can be in a sentence's tense; each is a class of the vocabulary. */
    enum Form {
        /** A past tense. */
        V_PAST,
        /** Zal, gaat, zou. */
        V_FUTURE,
        /** A present tense. */
        V_PRESENT,
        /** The present tense of a verb of saying: it speaks of what was said. */
        V_REPORT,
        /** The first part of a verb of saying in two: laat (weten), maakt (bekend). */
        V_REPORT_PARTED,
        /** Its second part: bekend, mee, aan. */
        REPORT_PARTICLE,
        /** Weten, behind "laat". */
        V_KNOW,
        /** Zou, zouden. */
        V_WOULD,
        /** Heeft, hebben. */
        V_HAVE,
        /** Is, zijn. */
        V_BE,
        /** Wordt, worden. */
        V_BECOME,
        /** A past participle. */
        V_PARTICIPLE,
        /** A participle that looks ahead beside "is": gepland; or only says how things are: gesloten. */
        V_PLANNED,
        /** An infinitive. */
        V_INFINITIVE,
        /** A present tense that goes with an infinitive. */
        V_MODAL,
        /** A past tense that goes with an infinitive. */
        V_MODAL_PAST,
        /** A word between two clauses. */
        CLAUSE,
        /** "Sinds": what follows lies back. */
        SINCE,
        /** "Tot": what follows lies ahead, unless the verb is past. */
        UNTIL,
        /** Between a weekday that opens its sentence and the verb. */
        ADVERB,
        /** "Laat" behind an evening is no verb. */
        LATE,
        /** Na. */
        AFTER,
        /** Before a day that is an attribute. */
        OF_OR_BEFORE,
        /** The speaker: the word beside "ik" is its verb. */
        SELF,
        /** Words that a subject is or begins with: hij, de. */
        SUBJECT,
        /** "Van": between what happened and its day. */
        OF,
        /** What has happened when news names its day: the defeat of Sunday. */
        PAST_NOUN,
        /** What may lie ahead when news names its day: the elections of Sunday. */
        FUTURE_NOUN,
        /** Maandag. */
        WEEKDAY,
        /** Maandagavond. */
        WEEKDAY_PART,
        /** De, het: behind them an infinitive is a noun. */
        ARTICLE,
        /** What was granted until a day: "heeft tot vrijdag de tijd gekregen". */
        V_GRANTED,
        /** An opening bracket. */
        OPENING,
        /** Before the time at which something happens. */
        WHEN,
        /** Between the members of a row. */
        ROW,
        /** "Ten laatste op 30 juni": as {@link #UNTIL}. */
        TEN_LAST,
        /** "Ten" before it. */
        TEN,
        /** What may stand between "tot" or "uiterlijk" and what it leads to. */
        LINK,
        /** Behind it "zijn" is "his": "op zijn laatste persconferentie". */
        PREPOSITION,
        /** Behind it stands no finite verb: "te vroeg". */
        NO_FINITE,
        /** The prefix of a separable verb. */
        PREFIX
    }

    private final Vocabulary vocabulary;
    private final int[] classes = new int[Form.values().length];

    /** @throws IllegalStateException if the vocabulary lacks one of the classes */
    Verbs(Grammar grammar) {
        vocabulary = grammar.vocabulary();
        for (Form form : Form.values()) {
            classes[index(form)] = grammar.wordClass(form.name());
        }
    }

    @SuppressWarnings("EnumOrdinal") // the array lives beside the enum
    private static int index(Form form) {
        return form.ordinal();
    }

    /** Whether a token is a form that the vocabulary lists. */
    boolean is(Scan scan, int token, Form form) {
        return in(scan.word(token), form);
    }

    private boolean in(@Nullable Word word, Form form) {
        return word != null && word.in(classes[index(form)]);
    }

    /** Whether a token only looks like a finite verb: "te vroeg", "op zijn fiets". */
    boolean isNone(Scan scan, int token) {
        if (token == 0) {
            return false;
        }
        boolean his = is(scan, token, Form.V_BE) && is(scan, token - 1, Form.PREPOSITION);
        boolean late = is(scan, token, Form.LATE) && isWeekday(scan, token - 1);
        boolean noun = is(scan, token, Form.V_INFINITIVE) && is(scan, token - 1, Form.ARTICLE);
        return his || late || noun || is(scan, token - 1, Form.NO_FINITE);
    }

    /** Whether what stands before a weekday has happened: "de zege van zondag", but not "de wedstrijd van zondag". */
    boolean isOfPast(Scan scan, int first) {
        if (first < 2 || !is(scan, first - 1, Form.OF)) {
            return false;
        }
        boolean noun = !is(scan, first - 2, Form.FUTURE_NOUN)
                && scan.word(first - 2) == null
                && scan.text().kind(first - 2) == Text.Kind.WORD;
        return is(scan, first - 2, Form.PAST_NOUN) || (noun && isWeekday(scan, first));
    }

    /** Whether "na" stands two words before a weekday: "na zwarte woensdag". */
    boolean isAfterAdjective(Scan scan, int first) {
        return first > 1
                && is(scan, first - 2, Form.AFTER)
                && isWeekday(scan, first)
                && scan.word(first - 1) == null
                && scan.text().string().charAt(scan.text().end(first - 1) - 1) == 'e';
    }

    /** Whether a token is a weekday, alone or with a part of the day. */
    boolean isWeekday(Scan scan, int token) {
        return is(scan, token, Form.WEEKDAY) || is(scan, token, Form.WEEKDAY_PART);
    }

    /** Whether a token only looks like an infinitive: "het sluiten", "te horen". */
    boolean isNominal(Scan scan, int token) {
        return token > 0
                && (is(scan, token - 1, Form.NO_FINITE)
                        || is(scan, token - 1, Form.ARTICLE)
                        || is(scan, token - 1, Form.PREPOSITION));
    }

    /** Whether an unlisted word beside "ik" is its verb in the present tense: "ik kom". */
    boolean isOfSelf(Scan scan, int token) {
        boolean beside = (token > 0 && is(scan, token - 1, Form.SELF))
                || (token + 1 < scan.text().size() && is(scan, token + 1, Form.SELF));
        return beside
                && scan.word(token) == null
                && scan.text().kind(token) == Text.Kind.WORD
                && !looksPast(scan, token);
    }

    /** Whether a token is a past tense, also behind the prefix of a separable verb: "plaatsvond". */
    boolean isPast(Scan scan, int token) {
        Word word = scan.word(token);
        return word == null ? separable(scan.text(), token, Form.V_PAST) : in(word, Form.V_PAST);
    }

    /** Whether a token is a present tense, also behind the prefix of a separable verb: "plaatsvindt". */
    boolean isPresent(Scan scan, int token) {
        Word word = scan.word(token);
        return word == null
                ? separable(scan.text(), token, Form.V_PRESENT) || separable(scan.text(), token, Form.V_FUTURE)
                : in(word, Form.V_PRESENT);
    }

    /** Whether a token is a past participle: a listed one, one in ge-, or one behind a prefix: "meegemaakt". */
    boolean isParticiple(Scan scan, int token) {
        Word word = scan.word(token);
        if (word != null) {
            return in(word, Form.V_PARTICIPLE);
        }
        Text text = scan.text();
        String string = text.string();
        int start = text.start(token);
        int end = text.end(token);
        return isParticiple(string, start, end)
                || isWeakParticiple(string, start, end)
                || participleBehindPrefix(string, start, end);
    }

    /** Whether a token may be a present tense as well as a participle: "ontmoet", "bereikt". */
    boolean isEither(Scan scan, int token) {
        return is(scan, token, Form.V_PRESENT) && is(scan, token, Form.V_PARTICIPLE);
    }

    private boolean participleBehindPrefix(String string, int start, int end) {
        for (int at = start + 2; at <= Math.min(end - SHORTEST_PARTICIPLE, start + LONGEST_PREFIX); at++) {
            boolean participle =
                    isParticiple(string, at, end) || in(vocabulary.find(string, at, end), Form.V_PARTICIPLE);
            if (participle && in(vocabulary.find(string, start, at), Form.PREFIX)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParticiple(String string, int start, int end) {
        if (end - start < SHORTEST_PARTICIPLE || string.charAt(start) != 'g' || string.charAt(start + 1) != 'e') {
            return false;
        }
        char last = string.charAt(end - 1);
        return last == 'd' || last == 't' || (last == 'n' && string.charAt(end - 2) == 'e');
    }

    /** "Verruimd", "ontmanteld": of a weak verb whose prefix takes no ge-. */
    private static boolean isWeakParticiple(String string, int start, int end) {
        if (end - start < SHORTEST_WEAK || string.charAt(end - 1) != 'd') {
            return false;
        }
        return string.startsWith("ver", start)
                || string.startsWith("be", start)
                || string.startsWith("ont", start)
                || string.startsWith("her", start);
    }

    /** Whether an unlisted word is an infinitive behind the prefix of a separable verb: "rondrijden". */
    boolean isSeparableInfinitive(Scan scan, int token) {
        return scan.word(token) == null && separable(scan.text(), token, Form.V_INFINITIVE);
    }

    private boolean separable(Text text, int token, Form form) {
        String string = text.string();
        int start = text.start(token);
        int end = text.end(token);
        for (int at = start + 2; at <= Math.min(end - 3, start + LONGEST_PREFIX); at++) {
            if (in(vocabulary.find(string, start, at), Form.PREFIX) && in(vocabulary.find(string, at, end), form)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an unlisted word right beside an expression looks like a weak past tense: "juichte maandag". */
    boolean looksPast(Scan scan, int token) {
        return endsIn(scan, token, "te") || endsIn(scan, token, "de");
    }

    /** Whether an unlisted word right beside an expression looks like a present tense: "debatteert maandag". */
    boolean looksPresent(Scan scan, int token) {
        return endsIn(scan, token, "t") && !endsIn(scan, token, "teit") && !endsIn(scan, token, "ment");
    }

    private static boolean endsIn(Scan scan, int token, String suffix) {
        Text text = scan.text();
        int length = text.end(token) - text.start(token);
        return scan.word(token) == null
                && length > 4
                && !text.capitalised(token)
                && text.string().startsWith(suffix, text.end(token) - suffix.length());
    }
}
