/**
 * The producers for the raw topic: writes what others push, publishes rejected articles again, and withdraws articles. What a running program makes of them is the
 * topology's affair.
 */
@NullMarked
package kroniek.inbox;

import org.jspecify.annotations.NullMarked;
