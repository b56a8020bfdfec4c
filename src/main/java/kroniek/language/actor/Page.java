package kroniek.language.actor;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import kroniek.domain.Article;
import kroniek.language.text.Dictionary;
import kroniek.language.text.Sentences;
import kroniek.language.text.Text;
import kroniek.language.text.Text.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An article as the actor rules see it: for each token the number of its word, its shape and its classes, and where the sentences are.
 * A capitalised word that the vocabulary lacks gets a number of this article's own.
 */
final class Page {

    final Article article;
    final Text text;
    final Sentences sentences;
    final YearMonth month;
    private final Vocabulary vocabulary;
    private final int[] word;
    private final long[] classes;
    private final int[] stem;
    private final int[] sentenceOf;
    private final Shape[] shape;
    private final boolean[] searched;
    private final @Nullable Match[] matches;
    private final boolean[] loud;
    private final boolean[] titled;
    /** The tokens that have a capital somewhere. */
    private final int[] capitals;

    private final Spellings spellings;
    /** The numbers of the words that only this article has. */
    private final Map<String, Integer> own = new HashMap<>();

    private final char[] buffer = Folding.buffer();
    private boolean smallRead;

    private Page(Article article, Text text, Sentences sentences, Vocabulary vocabulary) {
        this.article = article;
        this.text = text;
        this.sentences = sentences;
        this.month = article.published().month();
        this.vocabulary = vocabulary;
        this.word = new int[text.size()];
        this.classes = new long[text.size()];
        this.stem = new int[text.size()];
        this.sentenceOf = new int[text.size()];
        this.shape = new Shape[text.size()];
        this.searched = new boolean[text.size()];
        this.matches = new @Nullable Match[text.size()];
        this.loud = new boolean[sentences.size()];
        this.titled = new boolean[sentences.size()];
        this.capitals = readWords();
        this.spellings = new Spellings(capitals.length);
    }

    /** Looks up every token once. */
    static Page of(Article article, Text text, Sentences sentences, Vocabulary vocabulary) {
        Page page = new Page(article, text, sentences, vocabulary);
        page.readStems();
        page.readSentences();
        page.readSpellings();
        return page;
    }

    /** Looks up every token; returns those that have a capital somewhere. */
    private int[] readWords() {
        int[] capitals = new int[word.length / 4 + 1];
        int size = 0;
        for (int i = 0; i < word.length; i++) {
            shape[i] = text.small(i) ? Shape.LOWER : Shape.of(text.string(), text.start(i), text.end(i));
            if (shape[i] != Shape.LOWER && shape[i] != Shape.OTHER) {
                capitals = size < capitals.length ? capitals : Arrays.copyOf(capitals, 2 * size);
                capitals[size++] = i;
            }
            int known = vocabulary.numbered(text.number(i));
            if (known < 0 && (text.number(i) == Dictionary.UNREAD || shape[i].capital())) {
                known = read(i);
            }
            word[i] = known;
            classes[i] = vocabulary.classes(known);
        }
        return Arrays.copyOf(capitals, size);
    }

    /** The number of a word that the dictionary of all texts does not have: of foreign letters, or one of this article's own. */
    private int read(int token) {
        int length = Folding.fold(text.string(), text.start(token), text.end(token), buffer);
        if (length < 0) {
            return Vocabulary.NONE;
        }
        int known = text.number(token) == Dictionary.UNREAD ? vocabulary.find(buffer, length) : Vocabulary.NONE;
        boolean capital = known < 0 && length > 0 && shape[token].capital();
        return capital
                ? own.computeIfAbsent(new String(buffer, 0, length), k -> vocabulary.size() + own.size())
                : known;
    }

    private void readStems() {
        Arrays.fill(stem, Vocabulary.NONE);
        for (int i : capitals) {
            int length = text.end(i) - text.start(i);
            if (word[i] < vocabulary.size() || length < 4 || text.string().charAt(text.end(i) - 1) != 's') {
                continue;
            }
            int n = Folding.fold(text.string(), text.start(i), text.end(i) - 1, buffer);
            int known = vocabulary.find(buffer, n);
            stem[i] = known >= 0 ? known : own.getOrDefault(new String(buffer, 0, n), Vocabulary.NONE);
        }
    }

    private void readSentences() {
        for (int i = 0; i < sentences.size(); i++) {
            int upper = 0;
            int capital = 0;
            int words = 0;
            for (int t = sentences.first(i); t <= sentences.last(i); t++) {
                sentenceOf[t] = i;
                if (text.kind(t) == Kind.WORD && text.end(t) - text.start(t) > 1) {
                    words++;
                    upper += shape[t] == Shape.UPPER ? 1 : 0;
                    capital += shape[t].named() ? 1 : 0;
                }
            }
            loud[i] = words >= 3 && upper * 5 >= words * 4;
            titled[i] = words >= 5 && capital == words;
        }
    }

    private void readSpellings() {
        for (int t : capitals) {
            if (word[t] >= 0) {
                spellings.add(word[t]);
                if (shape[t].named() && t >= sentences.first(0) && !loud(t)) {
                    boolean inside = !titled(t) && !opens(t);
                    spellings.see(word[t], inside ? Spellings.CAPITAL | Spellings.INSIDE : Spellings.CAPITAL);
                }
            }
        }
    }

    /** Whether the lexicon's longest surface at the token was looked for already. */
    boolean searched(int token) {
        return searched[token];
    }

    /** Keeps the lexicon's longest surface at the token for whoever asks again. */
    void remember(int token, @Nullable Match match) {
        searched[token] = true;
        matches[token] = match;
    }

    /** What was kept. */
    @Nullable
    Match remembered(int token) {
        return matches[token];
    }

    int word(int token) {
        return word[token];
    }

    /** The number of the token's word without a final s, where only that is known; negative otherwise. */
    int stem(int token) {
        return stem[token];
    }

    Shape shape(int token) {
        return shape[token];
    }

    int size() {
        return word.length;
    }

    /** Whether the token's word is of a class. */
    boolean is(int token, WordClass in) {
        return (classes[token] & in.bit()) != 0;
    }

    /** Whether the token exists in the same sentence as {@code near} and its word is of a class. */
    boolean is(int token, WordClass in, int near) {
        return sameSentence(token, near) && is(token, in);
    }

    /** Whether two tokens exist and stand in one sentence. */
    boolean sameSentence(int token, int near) {
        return token >= sentences.first(0)
                && token < word.length
                && near >= 0
                && near < word.length
                && sentenceOf[token] == sentenceOf[near];
    }

    int sentence(int token) {
        return sentenceOf[token];
    }

    /** Whether the vocabulary has the token's word. */
    boolean known(int token) {
        return word[token] >= 0 && word[token] < vocabulary.size();
    }

    /** Whether the token's word also stands in the article in small letters. */
    boolean alsoLower(int token) {
        if (shape[token] == Shape.LOWER || !known(token)) {
            return known(token);
        }
        if (!smallRead) {
            readSmall();
        }
        return spellings.has(word[token], Spellings.SMALL);
    }

    private void readSmall() {
        smallRead = true;
        for (int i = 0; i < word.length; i++) {
            if (shape[i] == Shape.LOWER && known(i)) {
                spellings.see(word[i], Spellings.SMALL);
            }
        }
    }

    /** Whether the token's word stands in the article with a capital where only a name has one. */
    boolean alsoInside(int token) {
        return word[token] >= 0 && spellings.has(word[token], Spellings.INSIDE);
    }

    /** Whether the token is a word of the article with the s of a genitive: Tolbooms. */
    boolean genitive(int token) {
        return stem[token] >= 0 && spellings.has(stem[token], Spellings.CAPITAL);
    }

    /** Whether the token's sentence is all capitals. */
    boolean loud(int token) {
        return loud[sentenceOf[token]];
    }

    /** Whether every word of the token's sentence has a capital. */
    boolean titled(int token) {
        return titled[sentenceOf[token]];
    }

    /** Whether the token is the first word of its sentence or of a quotation or clause that begins with a capital. */
    boolean opens(int token) {
        int before = token - 1;
        if (!sameSentence(before, token)) {
            return true;
        }
        if (text.kind(before) != Kind.SIGN) {
            return false;
        }
        char c = text.string().charAt(text.start(before));
        return switch (c) {
            case '"', '“', '„', '«', '”', '‘', ':', '•', '–', '—', '*', '|', '.', '!', '?', '…', '>', '(' -> true;
            case '\'', '’' -> text.spaceBefore(before) || !sameSentence(before - 1, token);
            case '-' -> text.spaceBefore(before) || !sameSentence(before - 1, token);
            default -> false;
        };
    }

    /** Whether the token is in {@code near}'s sentence and has the look of a finite verb: zegt, wil, werkte. */
    boolean verb(int token, int near) {
        if (!sameSentence(token, near) || shape[token] != Shape.LOWER) {
            return false;
        }
        int length = text.end(token) - text.start(token);
        boolean past = length > 4
                && (text.string().startsWith("te", text.end(token) - 2)
                        || text.string().startsWith("de", text.end(token) - 2));
        return past || is(token, WordClass.SPEECH) || is(token, WordClass.ACT);
    }

    /** Whether the token is the one character, in the sentence of {@code near}. */
    boolean sign(int token, char c, int near) {
        return sameSentence(token, near) && text.is(token, c);
    }

    /** Whether a hyphen without spaces joins the token to the next one. */
    boolean hyphenAfter(int token) {
        return sign(token + 1, '-', token)
                && !text.spaceBefore(token + 1)
                && sameSentence(token + 2, token)
                && !text.spaceBefore(token + 2);
    }

    /** Whether an apostrophe without spaces joins the token to the next one. */
    boolean apostropheAfter(int token) {
        return (sign(token + 1, '\'', token) || sign(token + 1, '’', token))
                && !text.spaceBefore(token + 1)
                && sameSentence(token + 2, token)
                && !text.spaceBefore(token + 2);
    }
}
