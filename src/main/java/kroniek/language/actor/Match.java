package kroniek.language.actor;

/**
 * A surface of the lexicon that stands in the article.
 *
 * @param entry the surface and its meanings
 * @param first its first token
 * @param last its last token
 * @param genitive whether the last token has a genitive s, which is outside the name
 */
record Match(Entry entry, int first, int last, boolean genitive) {

    Sense sense() {
        return entry.sense();
    }

    Sense.Kind kind() {
        return entry.kind();
    }
}
