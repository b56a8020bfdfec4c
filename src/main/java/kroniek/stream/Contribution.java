package kroniek.stream;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.domain.Actor;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleMentions.Companion;
import kroniek.domain.ArticleMentions.Mentioned;
import kroniek.domain.ArticleMentions.Place;
import kroniek.domain.ArticleMentions.Sentence;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.Span;
import kroniek.language.MentionedMonths;

/**
 * What an annotated article contributes to the counts: one value per actor, with bounded evidence and exact numbers. All tables about the
 * actor are made of it, so that one record per article and actor carries everything to them.
 */
final class Contribution {

    /** At most so many sentences are kept as evidence for one article and actor. */
    static final int MAX_SENTENCES = 50;
    /** At most so many mentions are listed for one article and actor. */
    static final int MAX_PLACES = 200;
    /** A longer sentence is kept as a window of so many code points. */
    static final int MAX_SENTENCE_LENGTH = 600;

    private static final int WINDOW_BEFORE = 200;

    private Contribution() {}

    /** The mentions that count, by actor id. */
    static SortedMap<String, ArticleMentions> of(AnnotatedArticle annotated) {
        SortedMap<String, List<Mention>> byActor = new TreeMap<>();
        for (Mention mention : annotated.mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null) {
                byActor.computeIfAbsent(actor.id(), id -> new ArrayList<>()).add(mention);
            }
        }
        PartialDate published = annotated.article().published().value();
        SortedMap<String, ArticleMentions> contribution = new TreeMap<>();
        Sentences sentences = new Sentences(annotated.sentences());
        MentionedMonths months = new MentionedMonths(annotated);
        Map<String, List<Companion>> companions = Companions.of(byActor, sentences);
        CodePoints text = new CodePoints(annotated.article().text());
        byActor.forEach((id, mentions) -> {
            List<Sentence> evidence = new Evidence(text, sentences).of(mentions);
            int listed = evidence.stream().mapToInt(s -> s.mentions().size()).sum();
            Actor actor = mentions.get(0).actor();
            if (actor != null) {
                contribution.put(
                        id,
                        new ArticleMentions(
                                actor,
                                published,
                                annotated.article().id(),
                                mentions.size(),
                                evidence,
                                listed < mentions.size(),
                                companions.getOrDefault(id, List.of()),
                                mentioned(mentions, sentences, months),
                                annotated.duplicateOf() != null));
            }
        });
        return contribution;
    }

    /** How many of the mentions are of each month. */
    private static List<Mentioned> mentioned(List<Mention> mentions, Sentences sentences, MentionedMonths months) {
        SortedMap<YearMonth, Integer> settled = new TreeMap<>();
        int open = 0;
        for (Mention mention : mentions) {
            YearMonth month = months.of(mention.span(), sentences.of(mention.span()));
            if (month == null) {
                open++;
            } else {
                settled.merge(month, 1, Integer::sum);
            }
        }
        List<Mentioned> mentioned = new ArrayList<>();
        settled.forEach((month, count) -> mentioned.add(new Mentioned(month, count)));
        if (open > 0) {
            mentioned.add(new Mentioned(null, open));
        }
        return mentioned;
    }

    /** Cuts sentences out of the text around mentions. */
    private record Evidence(CodePoints text, Sentences sentences) {

        List<Sentence> of(List<Mention> mentions) {
            List<Sentence> evidence = new ArrayList<>();
            int places = 0;
            int next = 0;
            while (next < mentions.size() && evidence.size() < MAX_SENTENCES && places < MAX_PLACES) {
                Span window = window(mentions.get(next).span());
                List<Place> inside = new ArrayList<>();
                while (next < mentions.size()
                        && places < MAX_PLACES
                        && window.contains(mentions.get(next).span())) {
                    Mention mention = mentions.get(next++);
                    inside.add(new Place(mention.span(), mention.form(), mention.rule()));
                    places++;
                }
                evidence.add(new Sentence(window.start(), text.substring(window), inside));
            }
            return evidence;
        }

        /** The sentence around a mention, or a part of it that holds the mention where the sentence is very long. */
        private Span window(Span mention) {
            Span sentence = sentences.of(mention);
            if (sentence.length() <= MAX_SENTENCE_LENGTH) {
                return sentence;
            }
            int start = Math.max(sentence.start(), mention.start() - WINDOW_BEFORE);
            int end = Math.min(sentence.end(), Math.max(mention.end(), start + MAX_SENTENCE_LENGTH));
            return new Span(start, end);
        }
    }

    /** A text that is cut by code points, in constant time where it has no characters outside the basic plane. */
    private static final class CodePoints {

        private final String text;
        private final boolean astral;

        CodePoints(String text) {
            this.text = text;
            this.astral = text.codePointCount(0, text.length()) < text.length();
        }

        String substring(Span span) {
            if (!astral) {
                return text.substring(span.start(), span.end());
            }
            int from = text.offsetByCodePoints(0, span.start());
            return text.substring(from, text.offsetByCodePoints(from, span.length()));
        }
    }
}
