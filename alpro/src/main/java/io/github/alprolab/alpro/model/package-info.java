/**
 * Whole networks with the published names. Entry type: {@link
 * io.github.alprolab.alpro.model.AlproModel}: both encoders, projections, matching head and word
 * head. Uses {@code config}, {@code nn}, {@code tensor}, {@code text} and {@code video}.
 */
package io.github.alprolab.alpro.model;
