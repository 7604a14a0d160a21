package io.github.alprolab.dsl.index;

import java.util.List;

/** Unit vectors that can be searched. */
public interface VectorIndex {
    /**
     * The nearest of each query, the nearest first.
     *
     * @param queries unit vectors, (queries, d)
     * @param most of each, at least 1; fewer where there are fewer
     */
    List<List<Hit>> search(float[][] queries, int most);
}
