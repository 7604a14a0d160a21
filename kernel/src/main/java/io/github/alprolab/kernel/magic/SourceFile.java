package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.MagicException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text that a user wrote into a file. */
public final class SourceFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SourceFile() {}

    /**
     * The text, without the mark that some editors put before it.
     *
     * @throws MagicException for a file that cannot be read or is no text
     */
    public static String read(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MagicException(
                    file + " is no text in UTF-8; save it in that encoding or name another file.");
        } catch (NoSuchFileException e) {
            throw new MagicException("There is no file " + file.toAbsolutePath() + ".");
        } catch (IOException e) {
            throw new MagicException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
