/**
 * A run as a folder that a person can read without our software: JSON, CSV, PNG, Markdown and
 * checkpoints. Entry types: {@link io.github.alprolab.dsl.record.RunStore} finds runs, {@link
 * io.github.alprolab.dsl.record.RunFolder} reads and writes one. Uses {@code check}, {@code show},
 * {@code alpro.checkpoint}, {@code alpro.config}, {@code alpro.objective}, {@code alpro.setting},
 * {@code alpro.tensor}, {@code alpro.trained}, {@code datasets.archive}, {@code datasets.file} and
 * {@code datasets.gallery}.
 */
package io.github.alprolab.dsl.record;
