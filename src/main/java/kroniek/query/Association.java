package kroniek.query;

/**
 * How much more often two actors stand in one article than they would by chance: their normalised pointwise mutual information (Bouma 2009),
 * from -1 (never together) by 0 (as often as by chance) to 1 (never apart), times the discount of Pantel and Lin (2002) for small numbers,
 * without which two that were each mentioned once, together, would be the closest of all.
 */
final class Association {

    private static final double PLACES = 10_000;

    private Association() {}

    /**
     * Measures.
     *
     * @param together articles that mention both; at least 1
     * @param one articles that mention the one
     * @param other articles that mention the other
     * @param all all articles
     * @return between -1 and 1, in steps of 0.0001; 0 where both are in every article
     */
    static double of(long together, long one, long other, long all) {
        // The four come from stores that may be a moment apart.
        long a = Math.max(one, together);
        long b = Math.max(other, together);
        long n = Math.max(all, Math.max(a, b));
        if (together >= n) {
            return 0;
        }
        double common = together;
        double information = Math.log(common / a * n / b) / Math.log(n / common);
        double least = Math.min(a, b);
        double discount = common / (common + 1) * (least / (least + 1));
        return Math.round(information * discount * PLACES) / PLACES;
    }
}
