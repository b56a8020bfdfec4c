package kroniek.query.feed;

/** How what subscribers get is written. */
public interface Form {

    /**
     * A change.
     *
     * @param position where whoever has seen it, and everything before it, comes back to
     */
    byte[] change(Change change, String position);

    /** That there is nothing new; with the position that whoever has seen everything before comes back to. */
    byte[] nothing(String position);
}
