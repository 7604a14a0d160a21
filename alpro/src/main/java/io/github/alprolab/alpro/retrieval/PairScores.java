package io.github.alprolab.alpro.retrieval;

import java.util.Optional;

/**
 * What a model says of single pairs of a text and a clip; larger is nearer.
 *
 * @param similarity VTC, cosine divided by the temperature, one a pair
 * @param match VTM's log-odds of a match, one a pair; empty where VTM was not asked
 */
public record PairScores(double[] similarity, Optional<double[]> match) {}
