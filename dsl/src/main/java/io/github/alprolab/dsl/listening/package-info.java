/**
 * Who else is told what a run measures. Entry types: {@link
 * io.github.alprolab.dsl.listening.RunListener} is one to write, {@link
 * io.github.alprolab.dsl.listening.TensorBoard} and {@link io.github.alprolab.dsl.listening.MlFlow}
 * are two that are there. A run does not depend on them: a listener that fails is left out. Uses
 * {@code record} and {@code alpro.objective}.
 */
package io.github.alprolab.dsl.listening;
