package kroniek.language.explain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kroniek.domain.Article;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;
import kroniek.language.explain.Explainer.Words;
import org.jspecify.annotations.Nullable;

/** Why the temporal expressions of one article have their values. */
final class DateReasons {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-(?:SP|SU|FA|WI|Q\\d|H\\d|W\\d\\d(?:-WE)?))?");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T.*)?");

    private static final int MOST_DAYS = 60;
    private static final int MONTHS_OF_YEAR = 12;
    private static final int MOST_MONTHS = 24;

    private static final Map<String, String> MODS = Map.of(
            "START", "the beginning of it",
            "MID", "the middle of it",
            "END", "the end of it",
            "APPROX", "about",
            "MORE_THAN", "more than that",
            "LESS_THAN", "less than that",
            "EQUAL_OR_MORE", "that or more",
            "EQUAL_OR_LESS", "that or less");

    private final Map<String, Words> files;
    private final int[] text;
    private final PartialDate published;
    private final String publication;

    DateReasons(Map<String, Words> files, Article article) {
        PublicationDate published = article.published();
        this.files = files;
        this.text = article.text().codePoints().toArray();
        this.published = published.value();
        this.publication = "publication (" + published.value()
                + (published.source() == PublicationDate.Source.DATELINE ? ", by the dateline)" : ")");
    }

    /** The reasons for an expression. */
    String of(TemporalExpression expression) {
        String rule = expression.rule();
        String file = rule.substring(0, Math.max(0, rule.indexOf('.')));
        Words words = files.getOrDefault(file, new Words("the rule " + rule, ""));
        List<String> reasons = new ArrayList<>(List.of(words.rule()));
        if (expression.type() == TemporalExpression.Type.DATE || expression.type() == TemporalExpression.Type.TIME) {
            String place = place(expression.value());
            if (place != null) {
                reasons.add(place);
            }
        }
        if (expression.mod() != null) {
            reasons.add(MODS.getOrDefault(expression.mod(), expression.mod()));
        }
        computedFrom(expression.anchor(), reasons);
        return "'" + expression.text() + "' = " + expression.value() + " ("
                + expression.type().name().toLowerCase(Locale.ROOT) + "): " + String.join("; ", reasons) + ".";
    }

    private void computedFrom(Anchor anchor, List<String> reasons) {
        Span span = anchor.span();
        String words = span == null ? "" : " '" + new String(text, span.start(), span.length()) + "'";
        switch (anchor.kind()) {
            case EXPLICIT -> reasons.add("it says its own year");
            case PUBLICATION -> reasons.add("computed from the publication date");
            case DATELINE -> reasons.add("computed from the dateline" + words);
            case TEXT -> reasons.add("computed from" + words + " in the text");
            case NONE -> {}
        }
    }

    /** Where a value lies, seen from publication; null for what is coarser than a year. */
    private @Nullable String place(String value) {
        int slash = value.indexOf('/');
        if (slash > 0) {
            return "from " + value.substring(0, slash) + " to " + value.substring(slash + 1);
        }
        if (value.endsWith("_REF")) {
            return "no date is said";
        }
        if (value.indexOf('X') >= 0) {
            return "X stands for what the article leaves open";
        }
        return seen(value);
    }

    private @Nullable String seen(String value) {
        Matcher day = DAY.matcher(value);
        Matcher year = YEAR.matcher(value);
        Optional<PartialDate> date = PartialDate.parse(day.matches() ? day.group(1) : value);
        if (date.isPresent()) {
            return seen(date.get());
        }
        return year.matches()
                ? away(Integer.parseInt(year.group(1)) - published.month().getYear(), "year")
                : null;
    }

    private String seen(PartialDate date) {
        LocalDate day = date.date().orElse(null);
        LocalDate today = published.date().orElse(null);
        long days = day == null || today == null ? MOST_DAYS + 1 : ChronoUnit.DAYS.between(today, day);
        if (Math.abs(days) <= MOST_DAYS) {
            return away(days, "day");
        }
        long months = ChronoUnit.MONTHS.between(published.month(), date.month());
        return Math.abs(months) <= MOST_MONTHS ? away(months, "month") : away(months / MONTHS_OF_YEAR, "year");
    }

    private String away(long by, String unit) {
        if (by == 0) {
            return "the " + unit + " of " + publication;
        }
        String amount = Math.abs(by) == 1 ? "the " + unit : Math.abs(by) + " " + unit + "s";
        return amount + (by < 0 ? " before " : " after ") + publication;
    }
}
