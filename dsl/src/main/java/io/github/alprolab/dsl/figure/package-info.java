/**
 * Figures: a record of the data first, its drawing second. Entry type: {@link
 * io.github.alprolab.dsl.figure.Figure}; the data records are the permitted {@link
 * io.github.alprolab.dsl.figure.Picture}s. The only package that names XChart and VectorGraphics2D.
 * Uses {@code show}, {@code table} and {@code datasets.file}.
 */
package io.github.alprolab.dsl.figure;
