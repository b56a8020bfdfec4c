package kroniek.query;

import java.util.List;

/**
 * The rows of all partitions that a question concerns, in order.
 *
 * @param rows the rows
 * @param stale whether some come from a standby, which may be behind
 */
public record Rows(List<Row> rows, boolean stale) {}
