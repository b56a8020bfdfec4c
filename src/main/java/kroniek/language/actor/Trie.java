package kroniek.language.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All surfaces of the lexicon in one tree, whose edges are word numbers with or without a space before the word. One array look-up
 * for the first word, a hash look-up for each further one.
 */
final class Trie {

    private final int[] roots;
    private final long[] keys;
    private final int[] targets;
    /** By node the surface that ends there; of several, the first. */
    private final @Nullable Entry[] first;
    /** By node the surfaces that end there, where it is several. */
    private final Entry[] @Nullable [] several;

    private Trie(int[] roots, long[] keys, int[] targets, @Nullable Entry[] first, Entry[] @Nullable [] several) {
        this.roots = roots;
        this.keys = keys;
        this.targets = targets;
        this.first = first;
        this.several = several;
    }

    /** Whether any surface begins with the word. */
    boolean starts(int word) {
        return word >= 0 && word < roots.length && roots[word] != 0;
    }

    /** Whether a surface is the word written in small letters: imec. */
    boolean small(int word) {
        return at(root(word)).anyMatch(Entry::small);
    }

    /** The longest surface that stands at a token and ends at or before {@code last}, or null. */
    @Nullable
    Match longest(Page page, int first, int last) {
        if (last != page.sentences.last(page.sentence(first))) {
            return search(page, first, last);
        }
        if (!page.searched(first)) {
            page.remember(first, search(page, first, last));
        }
        return page.remembered(first);
    }

    private @Nullable Match search(Page page, int first, int last) {
        Match best = null;
        int node = root(page.word(first));
        Match stem = single(page, first);
        if (node == 0) {
            return stem;
        }
        for (int token = first; ; token++) {
            Match here = match(page, first, token, node, false);
            if (here != null) {
                best = here;
            }
            if (token == last) {
                return best == null ? stem : best;
            }
            boolean space = page.text.spaceBefore(token + 1);
            int stemNode = page.stem(token + 1) < 0 ? 0 : step(node, page.stem(token + 1), space);
            int next = step(node, page.word(token + 1), space);
            if (stemNode != 0 && next == 0) {
                Match genitive = match(page, first, token + 1, stemNode, true);
                best = genitive == null ? best : genitive;
            }
            if (next == 0) {
                return best == null ? stem : best;
            }
            node = next;
        }
    }

    private @Nullable Match single(Page page, int token) {
        int node = root(page.stem(token));
        return node == 0 ? null : match(page, token, token, node, true);
    }

    /** Every surface. */
    Stream<Entry> all() {
        return IntStream.range(0, first.length).boxed().flatMap(this::at);
    }

    private Stream<Entry> at(int node) {
        Entry[] all = several[node];
        return all == null ? Stream.ofNullable(first[node]) : Arrays.stream(all);
    }

    /** A surface that is the one word, or null. */
    @Nullable
    Entry single(int word) {
        return first[root(word)];
    }

    /** The surface that is these words without spaces, whatever their capitals, or null. */
    @Nullable
    Entry joined(int first, int second, int third) {
        int node = step(step(root(first), second, false), third, false);
        return this.first[node];
    }

    private int root(int word) {
        return word >= 0 && word < roots.length ? roots[word] : 0;
    }

    private @Nullable Match match(Page page, int from, int last, int node, boolean genitive) {
        Entry only = first[node];
        if (only == null) {
            return null;
        }
        Entry[] all = several[node];
        Entry fitting = all != null ? fitting(page, from, all) : only.fits(page, from) ? only : null;
        return fitting == null ? null : new Match(fitting, from, last, genitive);
    }

    /** Of several surfaces the one with the very capitals of the article, else the first that fits. */
    private static @Nullable Entry fitting(Page page, int from, Entry[] all) {
        Entry fitting = null;
        for (Entry entry : all) {
            if (entry.fits(page, from)) {
                if (entry.exact(page, from)) {
                    return entry;
                }
                fitting = fitting == null ? entry : fitting;
            }
        }
        return fitting;
    }

    private int step(int node, int word, boolean space) {
        if (word < 0 || node == 0) {
            return 0;
        }
        long key = key(node, word, space);
        int slot = slot(key, keys.length - 1);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return 0;
    }

    private static long key(int node, int word, boolean space) {
        return (long) node << 33 | (long) word << 1 | (space ? 1 : 0);
    }

    private static int slot(long key, int mask) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32) & mask;
    }

    /** Collects surfaces while files are read. */
    static final class Builder {

        private final Map<Long, Integer> edges = new HashMap<>();
        private final Map<Integer, Integer> roots = new HashMap<>();
        private final List<List<Entry>> nodes = new ArrayList<>(List.of(List.of()));

        /** Adds a surface given as word numbers; {@code spaces[i]} says whether a space stands before word i. */
        void add(int[] words, boolean[] spaces, Entry entry) {
            int node = roots.computeIfAbsent(words[0], w -> grow());
            for (int i = 1; i < words.length; i++) {
                node = edges.computeIfAbsent(key(node, words[i], spaces[i]), k -> grow());
            }
            nodes.get(node).add(entry);
        }

        private int grow() {
            nodes.add(new ArrayList<>());
            return nodes.size() - 1;
        }

        Trie build(int vocabulary) {
            int[] first = new int[vocabulary];
            roots.forEach((word, node) -> first[word] = node);
            int capacity = Integer.highestOneBit(Math.max(8, edges.size())) * 4;
            long[] keys = new long[capacity];
            int[] targets = new int[capacity];
            edges.forEach((key, node) -> {
                int slot = slot(key, capacity - 1);
                while (keys[slot] != 0) {
                    slot = slot + 1 & capacity - 1;
                }
                keys[slot] = key;
                targets[slot] = node;
            });
            @Nullable Entry[] one = new Entry[nodes.size()];
            Entry[] @Nullable [] several = new Entry[nodes.size()][];
            for (int node = 0; node < one.length; node++) {
                List<Entry> here = nodes.get(node);
                one[node] = here.isEmpty() ? null : here.get(0);
                several[node] = here.size() < 2 ? null : here.toArray(new Entry[0]);
            }
            return new Trie(Arrays.copyOf(first, vocabulary), keys, targets, one, several);
        }
    }
}
