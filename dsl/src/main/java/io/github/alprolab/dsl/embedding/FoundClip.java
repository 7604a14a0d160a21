package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.parquet.ClipRow;
import java.util.OptionalDouble;

/**
 * A clip that a search found.
 *
 * @param row which
 * @param cosine of its vector with what was looked for
 * @param match VTM's log-odds, where it judged
 */
public record FoundClip(ClipRow row, double cosine, OptionalDouble match) {}
