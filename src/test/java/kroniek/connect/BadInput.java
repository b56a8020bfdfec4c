package kroniek.connect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Rejection;

/**
 * What may lie in a folder and is no good news article, each with its stated result. docs/reliability.md has the same table, which a test
 * holds against this one.
 *
 * @param name what it is, as the table says
 * @param result what becomes of it: of every record that the connector publishes for it in order, {@code article} or why it is rejected
 * @param maker puts it into a folder
 */
record BadInput(String name, String result, Maker maker) {

    static final String GOOD = " date 2026-03 De burgemeester van Gent opende dinsdag een brug.\n";

    private static final String EEN = "{\"id\":\"een\",\"date\":\"2026-03-02\",\"text\":\"De raad stemde.\"}\n";
    private static final String DRIE = "{\"id\":\"drie\",\"date\":\"2026-03-04\",\"text\":\"Het regende.\"}\n";

    private static final int MEGABYTE = 1 << 20;

    /** Puts something into a folder. */
    interface Maker {
        void into(Path folder) throws IOException, InterruptedException;
    }

    @Override
    public String toString() {
        return name;
    }

    /** All of it that any file system and any user can make. */
    static List<BadInput> all() {
        List<BadInput> all = new ArrayList<>(compressed());
        all.addAll(texts());
        all.addAll(lines());
        all.addAll(names());
        all.addAll(noFiles());
        return all;
    }

    private static List<BadInput> compressed() {
        return List.of(
                text(
                        "a gzip file of a text that ends early",
                        "file rejected: broken-gzip",
                        "a.txt.gz",
                        cut(Folder.gzip(GOOD))),
                text(
                        "a gzip file of lines that ends early",
                        "article, file rejected: broken-gzip",
                        "a.jsonl.gz",
                        cut(Folder.gzip(EEN + DRIE), 24)),
                text("a gzip file that is none", "file rejected: broken-gzip", "a.txt.gz", utf8("geen gzip")),
                text("an empty gzip file", "file rejected: broken-gzip", "a.jsonl.gz", new byte[0]),
                text(
                        "a gzip file with rubbish after its end",
                        "article",
                        "a.txt.gz",
                        join(Folder.gzip(GOOD), utf8("rommel"))),
                new BadInput(
                        "a text of 4 GB of zeros in 4 MB of gzip",
                        "file rejected: too-large",
                        in -> bomb(in, "a.txt.gz")),
                new BadInput(
                        "one line of 4 GB of zeros in 4 MB of gzip",
                        "file rejected: too-large",
                        in -> bomb(in, "a.jsonl.gz")));
    }

    private static List<BadInput> texts() {
        return List.of(
                text("an empty text", "rejected: empty", "a.txt", new byte[0]),
                text("a text without a date", "rejected: no-date", "a.txt", utf8("De raad stemde.")),
                text("the date 2018-13", "rejected: bad-date", "a.txt", utf8(" date 2018-13 De raad stemde.")),
                text("the date 2018-02-30", "rejected: bad-date", "a.txt", utf8(" date 2018-02-30 De raad stemde.")),
                text("a text with NULs", "rejected: binary", "a.txt", utf8(" date 2018-02 De \0 raad.")),
                text("a picture called .txt", "rejected: binary", "a.txt", picture()),
                text(
                        "UTF-16 with its mark",
                        "article",
                        "a.txt",
                        join(new byte[] {-1, -2}, GOOD.getBytes(StandardCharsets.UTF_16LE))),
                text("UTF-16 without its mark", "rejected: binary", "a.txt", GOOD.getBytes(StandardCharsets.UTF_16LE)),
                text("Windows-1252", "article", "a.txt", (GOOD + "België").getBytes(Charset.forName("windows-1252"))),
                text(
                        "UTF-8 with a passage in Windows-1252",
                        "article",
                        "a.txt",
                        join(utf8(GOOD + "België, "), new byte[] {'c', 'a', 'f', (byte) 0xE9, '.'})),
                new BadInput(
                        "a text of 500 MB", "file rejected: too-large", in -> sparse(in.resolve("a.txt"), GOOD, "")));
    }

    private static List<BadInput> lines() {
        String deep = "{\"id\":\"diep\",\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
        return List.of(
                text(
                        "JSON 100,000 levels deep",
                        "article, rejected: bad-json, article",
                        "a.jsonl",
                        utf8(EEN + deep + DRIE)),
                text(
                        "a line that is no JSON",
                        "article, rejected: bad-json, article",
                        "a.jsonl",
                        utf8(EEN + "{\"id\":\n" + DRIE)),
                text(
                        "a lone surrogate in a JSON text",
                        "article",
                        "a.jsonl",
                        utf8(EEN.replace("stemde", "\\ud800 stemde"))),
                text("a lone surrogate in a JSON id", "article", "a.jsonl", utf8(EEN.replace("een", "\\udc00"))),
                text(
                        "NULs among lines",
                        "article, rejected: binary, article",
                        "a.jsonl",
                        utf8(EEN + "\0\0\0\n" + DRIE)),
                text(
                        "lines in two encodings",
                        "article, article",
                        "a.jsonl",
                        join(utf8(EEN), DRIE.replace("regende", "régende").getBytes(StandardCharsets.ISO_8859_1))),
                new BadInput(
                        "a line of 500 MB between two others",
                        "line rejected: too-large, article, article",
                        in -> sparse(in.resolve("a.jsonl"), EEN, "\n" + DRIE)));
    }

    private static List<BadInput> names() {
        return List.of(
                text("a file name with a line feed", "article", "een\ntwee.txt", utf8(GOOD)),
                text("a file name of 255 bytes", "article", "é".repeat(125) + "a.txt", utf8(GOOD)),
                text("a folder that is called like a text", "article", "jaar.txt/a.txt", utf8(GOOD)),
                shell(
                        "two file names that are no UTF-8",
                        "file rejected: unreadable",
                        "printf x > \"$(printf 'a\\377.txt')\"; printf y > \"$(printf 'a\\376.txt')\""));
    }

    private static List<BadInput> noFiles() {
        return List.of(
                link("a symbolic link to the folder itself", "lus", "."),
                link("a symbolic link out of the folder", "uit.txt", "../elders.txt"),
                link("a symbolic link that leads nowhere", "nergens.txt", "er-is-niets.txt"),
                shell("a named pipe called .txt", "file rejected: unreadable", "mkfifo a.txt"));
    }

    private static BadInput text(String name, String result, String file, byte[] content) {
        return new BadInput(name, result, in -> {
            Path path = in.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        });
    }

    private static BadInput link(String name, String link, String target) {
        return new BadInput(
                name, "file rejected: unreadable", in -> Files.createSymbolicLink(in.resolve(link), Path.of(target)));
    }

    private static BadInput shell(String name, String result, String script) {
        return new BadInput(name, result, in -> {
            Process shell = new ProcessBuilder("sh", "-c", script)
                    .directory(in.toFile())
                    .inheritIO()
                    .start();
            if (!shell.waitFor(10, TimeUnit.SECONDS) || shell.exitValue() != 0) {
                throw new IOException("this machine cannot make: " + name);
            }
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] bytes) {
        return cut(bytes, 1);
    }

    private static byte[] cut(byte[] bytes, int bytesAtTheEnd) {
        return Arrays.copyOf(bytes, bytes.length - bytesAtTheEnd);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] picture() {
        byte[] picture = new byte[1024];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (i % 32);
        }
        return picture;
    }

    /** A gzip file may have many members, so 4 GB of zeros take no time to make. */
    private static void bomb(Path folder, String name) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(member)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[MEGABYTE]);
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            for (int i = 0; i < 64; i++) {
                member.writeTo(out);
            }
        }
    }

    /** 500 MB of NULs that take no room on the disk, with something before and after them. */
    private static void sparse(Path file, String before, String after) throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.write(utf8(before));
            large.setLength(500L * MEGABYTE);
            large.seek(large.length());
            large.write(utf8(after));
        }
    }

    /** Puts it into a folder beside a good article, all of it an hour old. */
    void prepare(Path folder) throws IOException, InterruptedException {
        maker.into(Files.createDirectories(folder));
        Files.writeString(folder.resolve("goed.txt"), GOOD);
        FileTime old = FileTime.from(TaskHarness.NOW.minus(Duration.ofHours(1)));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file) && !Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, old);
                }
            }
        }
    }

    /** What the connector and the reader of articles make of a folder, without the good article. */
    static List<String> results(List<TaskHarness.Sent> sent) {
        return sent.stream()
                .filter(one -> !one.key().endsWith("goed.txt"))
                .map(BadInput::result)
                .toList();
    }

    private static String result(TaskHarness.Sent sent) {
        byte[] value = String.valueOf(sent.value()).getBytes(StandardCharsets.ISO_8859_1);
        if (sent.topic().equals(TaskHarness.REJECTED)) {
            String json = new String(value, StandardCharsets.UTF_8);
            String reason = json.replaceFirst("(?s).*?\"reason\":\"([a-z-]+)\".*", "$1");
            return (sent.key().contains("#") ? "line rejected: " : "file rejected: ") + reason;
        }
        Format format = sent.key().contains(".txt") ? Format.TEXT : Format.JSON;
        return ArticleReader.read(sent.key(), format, value) instanceof Rejection rejection
                ? "rejected: " + rejection.reason().code()
                : "article";
    }
}
