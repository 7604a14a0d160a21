/**
 * Looks into a trained model: where its attention goes, which words it puts in hidden places, where
 * clips and texts lie in its common space. Entry type: {@link
 * io.github.alprolab.alpro.inside.Inspector}. Uses {@code checkpoint}, {@code config}, {@code
 * model}, {@code nn}, {@code random}, {@code tensor}, {@code text} and {@code trained}.
 */
package io.github.alprolab.alpro.inside;
