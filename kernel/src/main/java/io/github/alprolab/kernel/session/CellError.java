package io.github.alprolab.kernel.session;

import java.util.List;

/**
 * Why a cell failed, in words for its author.
 *
 * @param name the error's class, or {@code CompileError}
 * @param value its message
 * @param traceback lines to show, with ANSI colours
 */
public record CellError(String name, String value, List<String> traceback) {

    public CellError {
        traceback = List.copyOf(traceback);
    }

    /** The lines without colours. */
    public List<String> plain() {
        return traceback.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
    }
}
