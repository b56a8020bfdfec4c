package kroniek.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kroniek.language.Language;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;

/**
 * The folder of actors and names that a user adds: all its {@code .tsv} files, in the order of their names.
 *
 * @param folder the folder
 * @param required whether the user named it; otherwise it may be missing
 */
record OwnActors(Path folder, boolean required) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads the files.
     *
     * @throws UserError if the folder is missing, or a file cannot be read or is no UTF-8
     */
    List<DataFile> files() {
        if (!Files.isDirectory(folder)) {
            if (required) {
                throw new UserError("there is no folder " + folder + " to read your own actors from (actors.dir)");
            }
            return List.of();
        }
        List<DataFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(OwnActors::isTable).sorted().toList()) {
                files.add(read(file));
            }
        } catch (IOException e) {
            throw new UserError("cannot read your own actors in " + folder + " (" + e + ")", e);
        }
        return files;
    }

    /**
     * Compiles the language with files of this kind.
     *
     * @throws UserError for a row that is wrong, naming file and line and what to do
     */
    static Language language(List<DataFile> files) {
        try {
            return Language.load(files);
        } catch (DataException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isTable(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".tsv") && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static DataFile read(Path file) throws IOException {
        try {
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            boolean marked = content.startsWith(BYTE_ORDER_MARK);
            return DataFile.of(file.toString(), marked ? content.substring(1) : content);
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is no UTF-8; save it in that encoding", e);
        }
    }
}
