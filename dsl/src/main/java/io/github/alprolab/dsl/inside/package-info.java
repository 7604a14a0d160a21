/**
 * What is seen inside a model and inside a training step, as figures and tables. Entry type: {@link
 * io.github.alprolab.dsl.inside.OpenInspector}. Uses {@code check}, {@code figure}, {@code show},
 * {@code table}, {@code alpro.config}, {@code alpro.inside}, {@code alpro.model} and {@code
 * datasets}.
 */
package io.github.alprolab.dsl.inside;
