package kroniek.language.actor;

import java.time.YearMonth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import kroniek.domain.Article;
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
    private final long[] lowerSeen;
    private final BitSet capitalSeen = new BitSet();
    private final BitSet capitalInside = new BitSet();

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
        this.lowerSeen = new long[vocabulary.size() / 64 + 1];
    }

    /** Looks up every token once. */
    static Page of(Article article, Text text, Sentences sentences, Vocabulary vocabulary) {
        Page page = new Page(article, text, sentences, vocabulary);
        page.readWords();
        page.readSentences();
        return page;
    }

    private void readWords() {
        char[] buffer = Folding.buffer();
        Map<String, Integer> own = new HashMap<>();
        String s = text.string();
        for (int i = 0; i < word.length; i++) {
            shape[i] = Shape.of(s, text.start(i), text.end(i));
            stem[i] = Vocabulary.NONE;
            int length = Folding.fold(s, text.start(i), text.end(i), buffer);
            word[i] = length < 0 ? Vocabulary.NONE : vocabulary.find(buffer, length);
            if (word[i] >= 0) {
                classes[i] = vocabulary.classes(word[i]);
                if (shape[i] == Shape.LOWER) {
                    lowerSeen[word[i] / 64] |= 1L << word[i] % 64;
                }
            } else if (length > 0 && (shape[i].named() || shape[i] == Shape.INITIAL)) {
                word[i] = own.computeIfAbsent(new String(buffer, 0, length), k -> vocabulary.size() + own.size());
            }
        }
        readStems(buffer, own);
    }

    private void readStems(char[] buffer, Map<String, Integer> own) {
        for (int i = 0; i < word.length; i++) {
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
            if (!loud[i]) {
                readCapitals(i);
            }
        }
    }

    private void readCapitals(int sentence) {
        for (int t = sentences.first(sentence); t <= sentences.last(sentence); t++) {
            if (word[t] >= 0 && shape[t].named()) {
                capitalSeen.set(word[t]);
                if (!titled[sentence] && !opens(t)) {
                    capitalInside.set(word[t]);
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
        return known(token) && (lowerSeen[word[token] / 64] & 1L << word[token] % 64) != 0;
    }

    /** Whether the token's word stands in the article with a capital where only a name has one. */
    boolean alsoInside(int token) {
        return word[token] >= 0 && capitalInside.get(word[token]);
    }

    /** Whether the token is a word of the article with the s of a genitive: Tolbooms. */
    boolean genitive(int token) {
        return stem[token] >= 0 && capitalSeen.get(stem[token]);
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
