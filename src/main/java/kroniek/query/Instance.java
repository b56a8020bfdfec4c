package kroniek.query;

/**
 * A running program of the group, by where its HTTP server is reached.
 *
 * @param host its name or address
 * @param port its port
 */
public record Instance(String host, int port) {}
