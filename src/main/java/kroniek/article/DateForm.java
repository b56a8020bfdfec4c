package kroniek.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kroniek.domain.PartialDate;
import kroniek.domain.Rejection;

/**
 * The written form of a publication date: ISO 8601 to the month, day or minute. Seconds and time zone are read over,
 * for what counts is the local date and minute as written.
 */
final class DateForm {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2})"
            + "(?:(-\\d{2})(?:[Tt ](\\d{2}:\\d{2})(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:[Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?)?");

    private DateForm() {}

    /**
     * Reads a date.
     *
     * @param where names the place for the reader: "the header line", "the field date"
     * @throws Refusal for another form, and for a date that does not exist
     */
    static PartialDate read(String written, String where) throws Refusal {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw new Refusal(
                    Rejection.Reason.NO_DATE,
                    "%s has %s where a date YYYY-MM or YYYY-MM-DD should stand; write the publication date in that form"
                            .formatted(where, Refusal.quote(written)));
        }
        String iso = form.group(1)
                + Optional.ofNullable(form.group(2)).orElse("")
                + Optional.ofNullable(form.group(3)).map("T"::concat).orElse("");
        return PartialDate.parse(iso)
                .orElseThrow(() -> new Refusal(
                        Rejection.Reason.BAD_DATE,
                        "%s has the date %s, which does not exist; correct it"
                                .formatted(where, Refusal.quote(written))));
    }
}
