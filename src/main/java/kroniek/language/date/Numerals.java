package kroniek.language.date;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kroniek.language.date.Vocabulary.NumberClass;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in digits, cut into stretches: two numbers of as many digits are of one stretch if no class has only one of them. So a
 * number token is told apart as finely as a word is.
 */
final class Numerals {

    /** The numbers of one stretch. */
    static final class Numeral extends Piece {

        private Numeral(Signature signature) {
            super(signature);
        }
    }

    private final Map<Integer, NumberClass> classes;
    /** By digits, the first number of each stretch, ascending from 0. */
    private final int[][] least = new int[Start.MOST_DIGITS + 1][];

    private final Numeral[][] stretches = new Numeral[Start.MOST_DIGITS + 1][];

    Numerals(Map<Integer, NumberClass> classes) {
        this.classes = Map.copyOf(classes);
        for (int digits = 0; digits < least.length; digits++) {
            int[] borders = borders(digits);
            least[digits] = borders;
            stretches[digits] = new Numeral[borders.length];
            for (int i = 0; i < borders.length; i++) {
                stretches[digits][i] = new Numeral(signature(borders[i], digits));
            }
        }
    }

    private int[] borders(int digits) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0));
        for (NumberClass numbers : classes.values()) {
            if (digits >= numbers.fewestDigits() && digits <= numbers.mostDigits()) {
                borders.add(numbers.least());
                borders.add(numbers.most() + 1);
            }
        }
        return borders.stream().mapToInt(Integer::intValue).toArray();
    }

    private Signature signature(int value, int digits) {
        Signature signature = Signature.NONE;
        for (Map.Entry<Integer, NumberClass> entry : classes.entrySet()) {
            if (entry.getValue().takes(value, digits)) {
                signature = signature.or(Signature.ofClass(entry.getKey()));
            }
        }
        return signature;
    }

    /** The stretch that a number token lies in; null for one too long to mean anything. */
    @Nullable
    Numeral find(Text text, int token) {
        int digits = text.end(token) - text.start(token);
        if (digits > Start.MOST_DIGITS) {
            return null;
        }
        int found = Arrays.binarySearch(least[digits], value(text, token));
        return stretches[digits][found >= 0 ? found : -found - 2];
    }

    /** The value of a number token that is not too long. */
    static int value(Text text, int token) {
        int value = 0;
        String string = text.string();
        for (int i = text.start(token); i < text.end(token); i++) {
            value = 10 * value + Math.max(0, Character.digit(string.charAt(i), 10));
        }
        return value;
    }

    /** The stretches that belong to a class. */
    List<Numeral> members(int wordClass) {
        List<Numeral> members = new ArrayList<>();
        for (Numeral[] ofDigits : stretches) {
            for (Numeral stretch : ofDigits) {
                if (stretch.in(wordClass)) {
                    members.add(stretch);
                }
            }
        }
        return members;
    }
}
