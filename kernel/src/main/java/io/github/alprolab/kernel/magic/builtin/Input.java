package io.github.alprolab.kernel.magic.builtin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell that ran.
 *
 * @param cell its execution count
 * @param code what was typed
 * @param id what the front end calls the cell, empty where it does not say
 */
public record Input(int cell, String code, String id) {

    /**
     * Each cell of the notebook as it ran last, in the order of their first runs. Where front ends
     * do not say which cell it is, the same text is the same cell.
     */
    static Collection<Input> newest(List<Input> all) {
        Map<String, Input> cells = new LinkedHashMap<>();
        for (Input input : all) {
            cells.put(input.id().isEmpty() ? input.code() : input.id(), input);
        }
        return cells.values();
    }

    /** The first line that says something. */
    String firstLine() {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
