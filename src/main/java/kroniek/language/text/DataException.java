package kroniek.language.text;

/** A rule or lexicon file that cannot be used; the message begins with {@code file:line:} and says what to do. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file as the reader would name it
     * @param line the line, counted from 1
     * @param problem what is wrong there
     */
    public DataException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
