package kroniek.connect;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.zip.ZipException;
import kroniek.article.InputForm;
import kroniek.article.Unpacked;
import kroniek.domain.Rejection;
import org.jspecify.annotations.Nullable;

/** What went wrong with a file, in words for a person. */
final class Faults {

    private Faults() {}

    /** The rejection that an exception while reading a file amounts to. */
    static Rejection rejection(String key, @Nullable InputForm form, IOException e) {
        if (e instanceof TooLarge) {
            return new Rejection(key, Rejection.Reason.TOO_LARGE, tooLarge("The text"));
        }
        if (e instanceof Unpacked.TooLargeException) {
            return new Rejection(
                    key,
                    Rejection.Reason.TOO_LARGE,
                    message(e) + ": put it there unpacked, or in smaller files, if that is no mistake.");
        }
        boolean gzip = form != null && form.gzip();
        if (gzip && (e instanceof ZipException || e instanceof EOFException)) {
            return new Rejection(
                    key,
                    Rejection.Reason.BROKEN_GZIP,
                    "The gzip file ends early or is damaged (" + message(e) + "): copy or compress it again.");
        }
        return new Rejection(key, Rejection.Reason.UNREADABLE, unreadable(e));
    }

    /** Why something could not be opened, listed or read. */
    static String unreadable(IOException e) {
        String cure =
                e instanceof AccessDeniedException ? "give the program's user the right to read it" : "see to the disk";
        return "It cannot be read (" + message(e) + "): " + cure + ".";
    }

    /** That an article is over the limit. */
    static String tooLarge(String what) {
        return what + " has more than " + InputForm.LARGEST_ARTICLE + " bytes, the most an article may have: split it.";
    }

    /** The kind of exception and what it says, without the path. */
    static String message(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        if (e instanceof Unpacked.TooLargeException) {
            return String.valueOf(e.getMessage());
        }
        // The message of a FileSystemException begins with the absolute path, which says nothing new.
        String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return Optional.ofNullable(said).map(text -> kind + ": " + text).orElse(kind);
    }

    /** The kind of exception and what it says, with the path where it names one. */
    static String withPath(IOException e) {
        String path =
                e instanceof FileSystemException file && file.getFile() != null ? " (" + file.getFile() + ")" : "";
        return message(e) + path;
    }

    /** What is said of a rejection that was made before, of which only the reason is remembered. */
    static String again(String reason) {
        if (reason.equals(Rejection.Reason.TOO_LARGE.code())) {
            return "It, or what it unpacks to, is larger than is read: split it.";
        }
        return reason.equals(Rejection.Reason.BROKEN_GZIP.code())
                ? "The gzip file ends early or is damaged: copy or compress it again."
                : "It cannot be read.";
    }

    /** A text over the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
