package kroniek.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Original;
import kroniek.language.copy.Fingerprint;

/**
 * Which articles are copies of which, found by putting all of a band side by side. What a band is, and what a copy, it shares with the topology, as all of
 * the language; the rest not.
 */
final class Copies {

    private final List<Text> texts = new ArrayList<>();

    /** An article as it is compared. */
    record Text(Original at, Fingerprint fingerprint) {

        static Text of(AnnotatedArticle annotated) {
            return new Text(
                    new Original(
                            annotated.article().published().value(),
                            annotated.article().id()),
                    Fingerprint.of(annotated.article()));
        }
    }

    void add(Text text) {
        texts.add(text);
    }

    /** The id of the original by the id of the copy. */
    Map<String, String> originals() {
        Map<String, List<Text>> byBand = new HashMap<>();
        texts.stream().sorted(Comparator.comparing(Text::at)).forEach(text -> text.fingerprint()
                .bands()
                .forEach(band ->
                        byBand.computeIfAbsent(band, none -> new ArrayList<>()).add(text)));
        Map<String, Original> earliest = new HashMap<>();
        byBand.values()
                .forEach(alike -> alike.forEach(copy -> alike.stream()
                        .filter(text -> text.at().mayBeOf(copy.at())
                                && text.fingerprint()
                                        .shingles()
                                        .isCopyOf(copy.fingerprint().shingles()))
                        .findFirst()
                        .ifPresent(text -> earliest.merge(
                                copy.at().article(),
                                text.at(),
                                (one, other) -> one.compareTo(other) < 0 ? one : other))));
        Map<String, String> originals = new HashMap<>();
        earliest.forEach((copy, original) -> originals.put(copy, original.article()));
        return originals;
    }
}
