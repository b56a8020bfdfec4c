package kroniek.stream;

import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Rejection;

/**
 * Who is told of every version that this instance reads, for counting: once its steps are behind it, and before it is committed, so that a
 * version which is read again after a failure is told of again. Called by several threads.
 */
public interface Watcher {

    /** Is told and does nothing. */
    Watcher NONE = new Watcher() {
        @Override
        public void annotated(AnnotatedArticle article) {}

        @Override
        public void rejected(Rejection.Reason reason) {}

        @Override
        public void failed() {}

        @Override
        public void withdrawn() {}
    };

    /** Everything was found in it. */
    void annotated(AnnotatedArticle article);

    /** It could not be used. */
    void rejected(Rejection.Reason reason);

    /** The program failed on it. */
    void failed();

    /** It takes the article back. */
    void withdrawn();
}
