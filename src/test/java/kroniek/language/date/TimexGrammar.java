package kroniek.language.date;

import java.util.regex.Pattern;
import kroniek.domain.TemporalExpression;

/** The grammar of TIMEX3 values as Kroniek writes them. */
final class TimexGrammar {

    private static final String YEAR = "(?:[0-9X]{4})";
    private static final String MONTH = "(?:0[1-9]|1[0-2]|XX)";
    private static final String DAY = "(?:0[1-9]|[12]\\d|3[01]|XX)";
    private static final String WEEK = "W(?:0[1-9]|[1-4]\\d|5[0-3]|XX)";
    private static final String DATE = "(?:BC\\d{4}|\\d{2}|\\d{3}|" + YEAR + "(?:-" + MONTH + "(?:-" + DAY + ")?|-"
            + WEEK + "(?:-[1-7]|-WE)?|-(?:SP|SU|FA|WI)|-Q[1-4]|-H[12])?)";
    private static final String CLOCK = "T(?:(?:[01]\\d|2[0-4]):[0-5]\\d|MO|AF|EV|NI)";
    private static final String POINT = DATE + "(?:" + CLOCK + ")?";
    private static final String AMOUNT = "(?:\\d+(?:\\.\\d+)?|X)";
    private static final String DURATION =
            "(?:P(?=[0-9XT])(?:" + AMOUNT + "(?:Y|M|W|D|Q|DE|CE))*(?:T(?:" + AMOUNT + "[HMS])+)?)";

    private static final Pattern DATES = Pattern.compile(DATE + "(?:/" + DATE + ")?|PAST_REF|PRESENT_REF|FUTURE_REF");
    private static final Pattern TIMES = Pattern.compile(POINT + "(?:/" + POINT + ")?");
    private static final Pattern DURATIONS = Pattern.compile(DURATION + "(?:/" + DURATION + ")?");
    private static final Pattern SETS = Pattern.compile(DURATION + "|" + POINT);
    private static final Pattern MODS =
            Pattern.compile("START|MID|END|APPROX|MORE_THAN|LESS_THAN|EQUAL_OR_MORE|EQUAL_OR_LESS");

    private TimexGrammar() {}

    /** Whether the type, value and modifier of an expression belong together. */
    static boolean accepts(TemporalExpression expression) {
        Pattern pattern =
                switch (expression.type()) {
                    case DATE -> DATES;
                    case TIME -> TIMES;
                    case DURATION -> DURATIONS;
                    case SET -> SETS;
                };
        return pattern.matcher(expression.value()).matches()
                && (expression.mod() == null || MODS.matcher(expression.mod()).matches());
    }
}
