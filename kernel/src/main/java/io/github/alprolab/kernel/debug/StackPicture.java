package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.CellLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The frames of the calling thread that people want to see. */
final class StackPicture {
    /** Machinery between frames of cells and libraries. */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "(?:java|javax|jdk|sun|com\\.sun|io\\.github\\.alprolab\\.kernel)\\..*"
                            + "|.*\\$\\$Lambda.*");

    private final Sites sites;
    private final BiFunction<String, Integer, Optional<CellLine>> places;

    StackPicture(Sites sites, BiFunction<String, Integer, Optional<CellLine>> places) {
        this.sites = sites;
        this.places = places;
    }

    static boolean isHidden(String className) {
        return HIDDEN.matcher(className).matches();
    }

    /** Whether the calling thread has one frame alone that people want to see. */
    boolean isOutermost() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.filter(frame -> !isHidden(frame.getClassName()))
                                                .limit(2)
                                                .count()
                                        == 1);
    }

    /**
     * The calling thread's frames, innermost first.
     *
     * @param kept whether the innermost goes on with what the array of its variables then has
     */
    List<ShownFrame> here(Site site, Object[] locals, boolean kept) {
        List<ShownFrame> shown = new ArrayList<>();
        for (LiveFrames.Frame live : LiveFrames.here()) {
            StackWalker.StackFrame frame = live.frame();
            if (isHidden(frame.getClassName())) {
                continue;
            }
            Optional<CellLine> place = places.apply(frame.getClassName(), frame.getLineNumber());
            shown.add(
                    shown.isEmpty()
                            ? ShownFrame.innermost(frame, site, locals, kept)
                            : ShownFrame.outer(live, sites.of(frame), place));
        }
        return shown;
    }
}
