/**
 * What a training tells: shown while it goes on, written down, read again. Entry types: {@link
 * io.github.alprolab.dsl.training.TrainingWork} trains, {@link
 * io.github.alprolab.dsl.training.TrainingRecord} reads what was left behind. Uses {@code check},
 * {@code figure}, {@code progress}, {@code record}, {@code run}, {@code show}, {@code table},
 * {@code alpro.checkpoint}, {@code alpro.objective}, {@code alpro.train} and {@code
 * datasets.gallery}.
 */
package io.github.alprolab.dsl.training;
