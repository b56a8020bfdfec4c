package kroniek.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody who mistyped a name may have meant. */
final class Nearest {

    /** At most a third of a name may be mistyped: beyond that it is another one. */
    private static final int PART = 3;

    private Nearest() {}

    /** The known name that differs least, by insertions, deletions and replacements of a character; empty where none is near. */
    static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(typed, name) <= Math.max(typed.length(), name.length()) / PART);
    }

    /** The same as the end of a sentence: {@code ; did you mean 'prefix'?}, or nothing. */
    static String asked(String typed, Collection<String> known) {
        return to(typed, known)
                .map(name -> "; did you mean '%s'?".formatted(name))
                .orElse("");
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
