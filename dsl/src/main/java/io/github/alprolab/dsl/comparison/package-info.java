/**
 * Runs beside each other: settings that differ, figures with differences, means over seeds. Entry
 * types: {@link io.github.alprolab.dsl.comparison.ComparedRuns} for runs, {@link
 * io.github.alprolab.dsl.comparison.Variants} for what was run with several seeds. Uses {@code
 * check}, {@code figure}, {@code record}, {@code show}, {@code table}, {@code training} and {@code
 * alpro.objective}.
 */
package io.github.alprolab.dsl.comparison;
