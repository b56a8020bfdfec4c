package kroniek.app;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.article.InputForm;
import kroniek.article.Line;
import kroniek.article.LineId;
import kroniek.article.LineReader;
import kroniek.domain.Reading;
import kroniek.domain.Rejection;
import kroniek.domain.Rejection.Reason;

/**
 * A path that the user names: a file, or a folder with its subfolders. Articles get the ids that the connector would give them if the
 * folder, or the file's folder, were watched.
 */
record InputPath(Path path) {

    /**
     * Reads the articles.
     *
     * @param reader takes the base name of the file and what was read
     * @param console gets one line for what cannot be read
     * @return whether all could be read
     */
    boolean read(BiConsumer<String, Reading> reader, Console console) {
        if (!Files.isDirectory(path)) {
            Path name = path.getFileName();
            return readFile(path, name == null ? path.toString() : name.toString(), reader, console);
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> articles = files.filter(Files::isRegularFile)
                    .filter(file -> InputForm.of(file.toString()).isPresent())
                    .sorted()
                    .toList();
            boolean allRead = true;
            for (Path file : articles) {
                String id = path.relativize(file).toString().replace('\\', '/');
                allRead &= readFile(file, id, reader, console);
            }
            return allRead;
        } catch (IOException e) {
            return complain(path, e, console);
        }
    }

    private static boolean readFile(Path file, String id, BiConsumer<String, Reading> reader, Console console) {
        InputForm form = InputForm.of(id).orElse(new InputForm(Format.TEXT, false));
        String name = id.substring(id.lastIndexOf('/') + 1);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            try (InputStream content = form.content(bytes, Files.size(file))) {
                if (form.format() == Format.JSON) {
                    readLines(content, id, reading -> reader.accept(name, reading));
                } else {
                    reader.accept(name, readText(content, id));
                }
            } catch (ZipException | EOFException e) {
                String detail = "The gzip file ends early or is damaged: copy or compress it again.";
                reader.accept(name, new Rejection(id, Reason.BROKEN_GZIP, detail));
            }
            return true;
        } catch (IOException e) {
            return complain(file, e, console);
        }
    }

    private static Reading readText(InputStream content, String id) throws IOException {
        byte[] bytes = content.readNBytes(InputForm.LARGEST_ARTICLE + 1);
        return ArticleReader.read(id, Format.TEXT, bytes);
    }

    private static void readLines(InputStream content, String path, Consumer<Reading> reader) throws IOException {
        try (LineReader lines = new LineReader(content)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    reader.accept(ArticleReader.read(LineId.of(line, path), Format.JSON, line.bytes()));
                }
            }
        }
    }

    private static boolean complain(Path path, IOException e, Console console) {
        String why = e instanceof NoSuchFileException
                ? "there is no such file"
                : e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.toString();
        console.say("kroniek: cannot read " + path + ": " + why);
        return false;
    }
}
