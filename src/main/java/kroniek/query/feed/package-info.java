/**
 * What changes, for those who follow it: {@link kroniek.query.feed.Feed} reads the topics of articles and actor months as they are committed and hands
 * every change to the subscribers whose filter lets it pass. A subscriber that comes back with the position of the last change it saw misses no final
 * state and sees nothing twice.
 */
@NullMarked
package kroniek.query.feed;

import org.jspecify.annotations.NullMarked;
