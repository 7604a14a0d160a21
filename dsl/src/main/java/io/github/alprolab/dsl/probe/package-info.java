/**
 * What a model has learned, by pairs of captions that differ in one thing. Entry types: {@link
 * io.github.alprolab.dsl.probe.ProbeWork}, which asks a model, and {@link
 * io.github.alprolab.dsl.probe.ProbeAccuracy}, its answer. Uses {@code figure}, {@code ranking},
 * {@code record}, {@code show}, {@code table}, {@code alpro.retrieval} and {@code datasets}.
 */
package io.github.alprolab.dsl.probe;
