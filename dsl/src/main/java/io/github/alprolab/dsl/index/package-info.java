/**
 * Which of many unit vectors are nearest to one: exactly, and by a graph that is asked less. Knows
 * neither models nor clips.
 *
 * <p>Start at {@link io.github.alprolab.dsl.index.ExactIndex}, the oracle, and {@link
 * io.github.alprolab.dsl.index.GraphIndex}. Depends on Lucene. Uses {@code check}.
 */
package io.github.alprolab.dsl.index;
