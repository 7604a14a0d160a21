package io.github.alprolab.kernel.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** How long what a cell puts out waits for a client that reads nothing. */
public final class Patience {
    /** The property of the JVM that says it, in seconds. */
    public static final String PROPERTY = "alprolab.kernel.patience";

    private static final int SECONDS = 60;

    private Patience() {}

    /**
     * As the property says, or a minute.
     *
     * @throws IOException when it says no number of seconds
     */
    public static Duration said() throws IOException {
        return of(Optional.ofNullable(System.getProperty(PROPERTY)));
    }

    static Duration of(Optional<String> seconds) throws IOException {
        String said = seconds.orElse(String.valueOf(SECONDS));
        if (!said.matches("[1-9][0-9]{0,8}")) {
            throw new IOException(
                    "-D" + PROPERTY + " takes whole seconds from 1 to 999999999, not " + said);
        }
        return Duration.ofSeconds(Integer.parseInt(said));
    }
}
