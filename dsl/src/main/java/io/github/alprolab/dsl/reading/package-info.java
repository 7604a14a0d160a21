/**
 * Code of values, such as {@code Trainer.adamW(0.001).epochs(2)}, read as data: parsed, and made of
 * the types and calls that are allowed, so that a record from elsewhere runs nothing of its own.
 * Entry type: {@link io.github.alprolab.dsl.reading.ValueCode}. Uses no other package.
 */
package io.github.alprolab.dsl.reading;
