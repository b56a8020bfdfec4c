package kroniek.stream;

import java.util.List;
import kroniek.domain.Span;

/**
 * The sentences of an article, found by what lies in them.
 *
 * @param spans in order, disjoint
 */
record Sentences(List<Span> spans) {

    /** The sentence that a mention lies in. */
    Span of(Span mention) {
        return spans.get(indexOf(mention));
    }

    /** The number of the sentence that a mention lies in, from 0. */
    int indexOf(Span mention) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span sentence = spans.get(middle);
            if (sentence.contains(mention)) {
                return middle;
            }
            if (sentence.start() > mention.start()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        throw new IllegalStateException("the mention at " + mention + " lies in no sentence");
    }
}
