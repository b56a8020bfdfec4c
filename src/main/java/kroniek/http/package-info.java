/**
 * Kroniek over HTTP: the page, its API, health. {@link kroniek.http.HttpServer} holds the table of routes; a failure of any of them
 * reaches the reader as a {@link kroniek.http.Problem}.
 */
@NullMarked
package kroniek.http;

import org.jspecify.annotations.NullMarked;
