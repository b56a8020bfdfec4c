package kroniek.language.explain;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Mention;
import kroniek.domain.Mention.Form;
import kroniek.domain.Mention.Rejected;
import kroniek.domain.Span;
import kroniek.language.explain.Explainer.Words;

/** Why the mentions of one article are whose they are. */
final class MentionReasons {

    private static final int MOST_SENTENCES = 5;
    private static final String PLACE = "Not counted: it is a place.";
    private static final String OPEN = "Not counted: for nobody, as long as it is open who is meant.";

    private final Map<String, Words> rules;
    private final int[] text;
    private final List<Span> sentences;
    private final Map<String, TreeSet<Integer>> fullNames = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final UnaryOperator<String> otherNames;

    MentionReasons(Map<String, Words> rules, AnnotatedArticle annotated, UnaryOperator<String> otherNames) {
        this.otherNames = otherNames;
        this.rules = rules;
        this.text = annotated.article().text().codePoints().toArray();
        this.sentences = annotated.sentences();
        for (Mention mention : annotated.mentions()) {
            Actor actor = mention.actor();
            if (actor != null) {
                names.put(actor.id(), actor.name());
                if (mention.form() == Form.NAME) {
                    fullNames.computeIfAbsent(actor.id(), id -> new TreeSet<>()).add(sentence(mention.span()));
                }
            }
        }
    }

    /** The number of the sentence that a span begins in, counted from 1. */
    private int sentence(Span span) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).start() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The reasons for a mention. */
    String of(Mention mention) {
        Words words = rules.getOrDefault(mention.rule(), new Words("the rule " + mention.rule(), ""));
        List<String> reasons = new ArrayList<>(
                List.of(words.rule() + (mention.evidence().isEmpty() ? "" : " (" + mention.evidence() + ")")));
        namedInFull(mention, reasons);
        partOfWord(mention.span(), reasons);
        List<String> said = new ArrayList<>();
        said.add("'" + mention.text() + "' = " + who(mention) + ": " + String.join("; ", reasons) + ".");
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Rejected other : mention.rejected()) {
            others.computeIfAbsent(other.why(), why -> new ArrayList<>()).add(other.name());
        }
        others.forEach((why, names) -> said.add("Not " + String.join(", ", names) + ": " + why + "."));
        if (mention.ambiguous()) {
            said.add(OPEN);
        } else if (!words.notCounted().isEmpty()) {
            said.add("Not counted: " + words.notCounted() + ".");
        } else if (!mention.counted() && mention.type() == ActorType.PLACE) {
            said.add(PLACE);
        }
        return String.join(" ", said);
    }

    private String who(Mention mention) {
        Actor actor = mention.actor();
        String type = mention.type().name().toLowerCase(Locale.ROOT);
        if (actor == null) {
            String open = mention.candidates().stream()
                    .map(id -> names.getOrDefault(id, otherNames.apply(id)))
                    .collect(joining(" or "));
            return open + " (" + type + ")";
        }
        return actor.name() + " (" + type + (actor.provisional() ? ", not in the lexicon)" : ")");
    }

    private void namedInFull(Mention mention, List<String> reasons) {
        Actor actor = mention.actor();
        TreeSet<Integer> places = actor == null ? null : fullNames.get(actor.id());
        boolean shortForm = mention.form() == Form.COREFERENCE || mention.form() == Form.ALIAS;
        if (places == null || !shortForm) {
            return;
        }
        List<String> first =
                places.stream().limit(MOST_SENTENCES).map(String::valueOf).toList();
        int more = places.size() - first.size();
        reasons.add("named in full in " + (places.size() == 1 ? "sentence " : "sentences ") + listed(first, more));
    }

    private static String listed(List<String> numbers, int more) {
        if (more > 0) {
            return String.join(", ", numbers) + " and " + more + " more";
        }
        int last = numbers.size() - 1;
        return last == 0 ? numbers.get(0) : String.join(", ", numbers.subList(0, last)) + " and " + numbers.get(last);
    }

    /** Why the span ends inside a word: a genitive, a compound. */
    private void partOfWord(Span span, List<String> reasons) {
        int end = span.end();
        while (end < text.length && Character.isLetter(text[end])) {
            end++;
        }
        String rest = new String(text, span.end(), end - span.end());
        if (rest.equals("s")) {
            reasons.add("the genitive s is outside the name");
        } else if (!rest.isEmpty()) {
            reasons.add("the first part of the word '" + new String(text, span.start(), end - span.start()) + "'");
        }
    }
}
