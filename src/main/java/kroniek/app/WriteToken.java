package kroniek.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kroniek.http.WriteAccess;
import org.jspecify.annotations.Nullable;

/** The token that whoever writes articles over HTTP must show, as its file has it. */
final class WriteToken {

    /** Shorter ones can be guessed. */
    private static final int SHORTEST = 16;

    private WriteToken() {}

    /**
     * Who may write, by the settings.
     *
     * @throws UserError if there is to be a token and its file has none
     */
    static WriteAccess access(Settings.Write write) {
        @Nullable Path file = write.tokenFile();
        return new WriteAccess(file == null ? null : read(file), write.loopback());
    }

    private static String read(Path file) {
        String token;
        try {
            token = Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserError(
                    "cannot read the token for writing from %s (%s); correct %s"
                            .formatted(file, e, Settings.WRITE_TOKEN_FILE),
                    e);
        }
        if (token.length() < SHORTEST || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new UserError(
                    "%s holds no token for writing: at least %d visible ASCII characters on one line, for example what 'openssl rand -hex 32' prints"
                            .formatted(file, SHORTEST));
        }
        return token;
    }
}
