package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.api.MimeBundle;
import java.util.Optional;

/** Completes and explains one kind of text in cells, such as Java, file names or magics. */
public interface Completer {

    /**
     * What may stand at a UTF-16 index; empty where the text there is not of this kind, so that the
     * next completer is asked.
     */
    Optional<Completion> complete(String code, int index);

    /** Explains what stands at a UTF-16 index; empty where this completer knows nothing of it. */
    default Optional<MimeBundle> inspect(String code, int index) {
        return Optional.empty();
    }
}
