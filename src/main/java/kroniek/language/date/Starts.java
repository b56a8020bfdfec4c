package kroniek.language.date;

import java.util.Collection;
import java.util.List;

/**
 * The patterns that may begin with one word or number, in order of their rules.
 *
 * @param all the patterns
 * @param second what the next token must be for one of them at least to have a chance; most tokens fail here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Starts(Start[] all, Signature second) {

    /** Where no pattern begins. */
    static final Starts NONE = of(List.of());

    static Starts of(Collection<Start> starts) {
        Signature second = Signature.NONE;
        for (Start start : starts) {
            second = second.or(start.second());
        }
        return new Starts(starts.toArray(Start[]::new), second);
    }
}
