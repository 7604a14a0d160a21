package io.github.alprolab.dsl.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The share of the truly nearest vectors that a search found, over some queries. */
public final class Recall {
    /** Of each query. */
    public static final int NEAREST = 10;

    private static final int FIRST_BEAM = 16;
    static final int WIDEST_BEAM = 4096;

    private Recall() {}

    /**
     * A beam and what it finds.
     *
     * @param beam nodes that a search keeps
     * @param recall 0 to 1
     */
    public record Measured(int beam, double recall) {}

    /**
     * The narrowest of the beams 16, 24, 32, 48, … that finds the asked share, or the widest there
     * is.
     *
     * @param truth of the queries, {@link #NEAREST} each
     */
    static Measured widened(
            GraphIndex index, float[][] queries, List<List<Hit>> truth, double asked) {
        int beam = FIRST_BEAM;
        while (true) {
            double found = of(truth, index.search(queries, NEAREST, beam));
            if (found >= asked || beam >= WIDEST_BEAM) {
                return new Measured(beam, found);
            }
            beam = Integer.bitCount(beam) == 1 ? beam * 3 / 2 : beam * 4 / 3;
        }
    }

    /** Share of {@code truth} that is in {@code found}. */
    public static double of(List<List<Hit>> truth, List<List<Hit>> found) {
        int all = 0;
        int right = 0;
        for (int query = 0; query < truth.size(); query++) {
            Set<Integer> there =
                    found.get(query).stream()
                            .map(Hit::position)
                            .collect(Collectors.toCollection(HashSet::new));
            all += truth.get(query).size();
            right +=
                    (int)
                            truth.get(query).stream()
                                    .filter(h -> there.contains(h.position()))
                                    .count();
        }
        return all == 0 ? 1 : (double) right / all;
    }
}
