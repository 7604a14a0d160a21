/**
 * What a training tells: shown while it goes on, written down, read again. Entry types: {@link
 * io.github.alprolab.dsl.training.TrainingWork} trains, {@link
 * io.github.alprolab.dsl.training.TrainingRecord} reads what was left behind.
 */
package io.github.alprolab.dsl.training;
