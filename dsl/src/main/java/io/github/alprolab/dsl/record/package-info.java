/**
 * A run as a folder that a person can read without our software: JSON, CSV, PNG, Markdown and
 * checkpoints. Entry types: {@link io.github.alprolab.dsl.record.RunStore} finds runs, {@link
 * io.github.alprolab.dsl.record.RunFolder} reads and writes one. Depends on {@code check} for its
 * errors, on {@code show}, and on {@code alpro} to ask the engine and to read checkpoints.
 */
package io.github.alprolab.dsl.record;
