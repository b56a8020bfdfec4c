package kroniek.app;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is said of articles that another version of the language has counted than the one that this program has. */
final class OtherLanguage {

    private OtherLanguage() {}

    /**
     * Names the other versions and the cure; empty where there are none.
     *
     * @param counted how many articles each version has counted; the empty one is that of a release which did not note it
     * @param present the version that this program has
     */
    static Optional<String> complaint(SortedMap<String, Long> counted, String present) {
        SortedMap<String, Long> others = new TreeMap<>(counted);
        others.remove(present);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder said = new StringBuilder();
        for (Map.Entry<String, Long> other : others.entrySet()) {
            said.append(said.isEmpty() ? "" : ", ")
                    .append(other.getValue())
                    .append(other.getValue() == 1 ? " article" : " articles")
                    .append(" counted with ")
                    .append(
                            other.getKey().isEmpty()
                                    ? "a language of an earlier release"
                                    : "language " + other.getKey());
        }
        return Optional.of(
                "%s, this program has %s: run ./kroniek reannotate, with the program stopped".formatted(said, present));
    }
}
