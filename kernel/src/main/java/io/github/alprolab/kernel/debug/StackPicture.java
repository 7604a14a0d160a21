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

    /** The frames, innermost first, of a thread that is about to run a line. */
    List<ShownFrame> here(Site site, Object[] locals) {
        List<ShownFrame> shown = new ArrayList<>();
        for (LiveFrames.Frame live : LiveFrames.here()) {
            StackWalker.StackFrame frame = live.frame();
            if (isHidden(frame.getClassName())) {
                continue;
            }
            Optional<CellLine> place = places.apply(frame.getClassName(), frame.getLineNumber());
            shown.add(
                    shown.isEmpty()
                            ? ShownFrame.innermost(frame, site, locals)
                            : ShownFrame.outer(live, sites.of(frame), place));
        }
        return shown;
    }
}
