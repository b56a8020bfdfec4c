package kroniek.app;

/** The form in which a command prints its result; the names are what the user types. */
enum OutputFormat {
    /** For people. */
    text,
    /** For programs. */
    json
}
