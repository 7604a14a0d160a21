/**
 * Connects the DSL to the kernel: default imports, rendering of {@link
 * io.github.alprolab.dsl.show.Shown} values and live progress. Entry type: {@link
 * io.github.alprolab.dsl.jupyter.AlprolabExtension}, which the kernel finds as a service. The only
 * package that knows both. Uses {@code figure}, {@code progress}, {@code show}, {@code
 * alpro.objective}, {@code alpro.tensor}, {@code datasets.gallery}, {@code dsl} and {@code
 * kernel.api}.
 */
package io.github.alprolab.dsl.jupyter;
