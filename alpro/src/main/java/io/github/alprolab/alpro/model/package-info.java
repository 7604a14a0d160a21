/**
 * Whole networks with the published names: {@link io.github.alprolab.alpro.model.AlproModel}
 * (encoders, projections, matching head) and {@link
 * io.github.alprolab.alpro.model.PretrainingModel}, which adds the entity head. May depend on
 * {@code config}, {@code nn}, {@code video}, {@code text} and {@code tensor}.
 */
package io.github.alprolab.alpro.model;
