package kroniek.domain;

/** What the bytes of one article turned out to be: an article, or a rejection that says why not. */
public sealed interface Reading permits Article, Rejection {

    /** The article's id: its key in the raw topic. */
    String id();
}
