package kroniek.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationAssignmentTest {

    @Test
    void nothingIsWorthMoreThanTheBestAssignment() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            long[][] worth = new long[1 + random.nextInt(5)][1 + random.nextInt(5)];
            int columns = worth[0].length;
            for (int i = 0; i < worth.length; i++) {
                worth[i] = random.longs(columns, 0, 6).toArray();
            }

            int[] best = Assignment.best(worth);

            assertThat(Arrays.stream(best).filter(column -> column >= 0)).doesNotHaveDuplicates();
            assertThat(sum(worth, best)).as(Arrays.deepToString(worth)).isEqualTo(most(worth, 0, 0));
        }
    }

    private static long sum(long[][] worth, int[] best) {
        long sum = 0;
        for (int i = 0; i < best.length; i++) {
            sum += best[i] < 0 ? 0 : worth[i][best[i]];
        }
        return sum;
    }

    /** By trying all. */
    private static long most(long[][] worth, int row, int taken) {
        if (row == worth.length) {
            return 0;
        }
        long most = most(worth, row + 1, taken);
        for (int column = 0; column < worth[row].length; column++) {
            if ((taken & 1 << column) == 0) {
                most = Math.max(most, worth[row][column] + most(worth, row + 1, taken | 1 << column));
            }
        }
        return most;
    }
}
