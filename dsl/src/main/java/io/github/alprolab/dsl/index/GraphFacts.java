package io.github.alprolab.dsl.index;

import io.github.alprolab.dsl.check.AdviceException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What an index says of itself; written with its commit, so that both are there or neither.
 *
 * @param owner whose vectors they are
 * @param positions of the vectors that were added, all below this; those removed too
 * @param state what was removed, as a hash
 * @param beam of a search
 * @param recall share of the truly nearest that this beam finds; NaN where nobody measured
 */
public record GraphFacts(String owner, int positions, String state, int beam, double recall) {
    private static final String FORMAT = "alprolab.format";

    Map<String, String> written() {
        return Map.of(
                FORMAT,
                GraphIndex.FORMAT,
                "owner",
                owner,
                "positions",
                Integer.toString(positions),
                "state",
                state,
                "beam",
                Integer.toString(beam),
                "recall",
                Double.toString(recall));
    }

    /**
     * @throws IllegalArgumentException where another program wrote it
     */
    static GraphFacts of(Map<String, String> written) {
        if (!GraphIndex.FORMAT.equals(written.get(FORMAT))) {
            throw new IllegalArgumentException("another program wrote it, or another version");
        }
        return new GraphFacts(
                written.get("owner"),
                Integer.parseInt(written.get("positions")),
                written.get("state"),
                Integer.parseInt(written.get("beam")),
                Double.parseDouble(written.get("recall")));
    }

    /**
     * What the last commit says.
     *
     * @throws IllegalArgumentException where another program wrote it
     */
    static GraphFacts committed(Iterable<Map.Entry<String, String>> written) {
        Map<String, String> all = new HashMap<>();
        written.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return of(all);
    }

    /** Whether no wider beam will be tried. */
    public boolean isWidest() {
        return beam >= Recall.WIDEST_BEAM;
    }

    /**
     * @throws AdviceException C52 for vectors of somebody else
     */
    void require(Path folder, String expected) {
        if (!owner.equals(expected)) {
            throw GraphIndex.refused(folder, "holds vectors of another gallery or model", null);
        }
    }

    /** With another beam and what it finds. */
    GraphFacts measured(int width, double found) {
        return new GraphFacts(owner, positions, state, width, found);
    }
}
