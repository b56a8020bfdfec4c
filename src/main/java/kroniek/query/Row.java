package kroniek.query;

/**
 * One row of an answer, as it travels between instances.
 *
 * @param order its place among the rows of all partitions, by the bytes of its UTF-8; unique among them
 * @param value the bytes of a value, as its store or topic has it; empty where the question has none
 * @param number a number beside the value; 0 where the question has none
 */
public record Row(String order, byte[] value, long number) {

    static Row of(String order, byte[] value) {
        return new Row(order, value, 0);
    }

    static Row of(String order, long number) {
        return new Row(order, new byte[0], number);
    }
}
