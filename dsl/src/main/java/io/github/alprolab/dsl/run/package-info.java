/**
 * One life of a run, the same for every kind of experiment: found by its settings, locked, RUNNING,
 * then FINISHED, INTERRUPTED or FAILED with the reason, resumed or loaded. Entry type: {@link
 * io.github.alprolab.dsl.run.RunSession}, which is given a {@link
 * io.github.alprolab.dsl.run.RunPlan} and a {@link io.github.alprolab.dsl.run.Work}. Uses {@code
 * check}, {@code listening}, {@code progress}, {@code record}, {@code show}, {@code datasets} and
 * {@code datasets.file}.
 */
package io.github.alprolab.dsl.run;
