package io.github.alprolab.dsl.check;

import java.util.function.Supplier;

/** Checks of galleries beside those of every checkpoint. */
public final class GalleryChecks {
    private GalleryChecks() {}

    /** Whether something can be had: what is said of it, or the advice that it is refused with. */
    public static Finding had(String code, String fine, Supplier<?> asked) {
        try {
            asked.get();
            return Finding.fine(code, fine);
        } catch (AdviceException e) {
            return Finding.of(e);
        }
    }
}
