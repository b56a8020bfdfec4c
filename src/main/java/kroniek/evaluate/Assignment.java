package kroniek.evaluate;

import java.util.Arrays;

/**
 * The assignment problem: rows to columns, one to one, worth the most together. Solved by the Hungarian method
 * (Kuhn 1955, Munkres 1957) in its form with potentials, in cubic time; an article has some tens of actors.
 */
final class Assignment {

    private static final long FAR = Long.MAX_VALUE / 4;

    /** Square: rows and columns that do not exist are worth nothing. Row and column 0 stand for "none yet". */
    private final long[][] cost;

    private final long[] rowPotential;
    private final long[] columnPotential;
    private final int[] rowOf;

    private Assignment(long[][] worth) {
        int size = Math.max(worth.length, worth[0].length);
        cost = new long[size + 1][size + 1];
        for (int i = 0; i < worth.length; i++) {
            for (int j = 0; j < worth[i].length; j++) {
                cost[i + 1][j + 1] = -worth[i][j];
            }
        }
        rowPotential = new long[size + 1];
        columnPotential = new long[size + 1];
        rowOf = new int[size + 1];
    }

    /**
     * The best column of each row, or −1 for a row that gets none.
     *
     * @param worth rows of equal length, at least one, with at least one column; not negative
     */
    static int[] best(long[][] worth) {
        Assignment assignment = new Assignment(worth);
        for (int row = 1; row < assignment.cost.length; row++) {
            assignment.place(row);
        }
        int[] columns = new int[worth.length];
        Arrays.fill(columns, -1);
        for (int column = 1; column <= worth[0].length; column++) {
            int row = assignment.rowOf[column] - 1;
            if (row < worth.length) {
                columns[row] = column - 1;
            }
        }
        return columns;
    }

    /** Gives the row a column along the cheapest chain of rows that move to another column. */
    private void place(int row) {
        long[] slack = new long[cost.length];
        int[] cameFrom = new int[cost.length];
        boolean[] seen = new boolean[cost.length];
        Arrays.fill(slack, FAR);
        rowOf[0] = row;
        int column = 0;
        while (rowOf[column] != 0) {
            seen[column] = true;
            column = nearest(column, slack, cameFrom, seen);
        }
        while (column != 0) {
            rowOf[column] = rowOf[cameFrom[column]];
            column = cameFrom[column];
        }
    }

    /** The column that is reached next, with all potentials moved so that reaching it costs nothing. */
    private int nearest(int from, long[] slack, int[] cameFrom, boolean[] seen) {
        int row = rowOf[from];
        int nearest = 0;
        long step = FAR;
        for (int column = 1; column < cost.length; column++) {
            if (!seen[column]) {
                long reduced = cost[row][column] - rowPotential[row] - columnPotential[column];
                if (reduced < slack[column]) {
                    slack[column] = reduced;
                    cameFrom[column] = from;
                }
                if (slack[column] < step) {
                    step = slack[column];
                    nearest = column;
                }
            }
        }
        for (int column = 0; column < cost.length; column++) {
            if (seen[column]) {
                rowPotential[rowOf[column]] += step;
                columnPotential[column] -= step;
            } else {
                slack[column] -= step;
            }
        }
        return nearest;
    }
}
