/**
 * Connects the DSL to the kernel: default imports, rendering of {@link
 * io.github.alprolab.dsl.show.Shown} values, widgets and live progress. Entry type: {@link
 * io.github.alprolab.dsl.jupyter.AlprolabExtension}, which the kernel finds as a service. The only
 * package that knows both. Uses {@code crop}, {@code figure}, {@code progress}, {@code ranking},
 * {@code show}, {@code alpro.objective}, {@code alpro.prompter}, {@code alpro.tensor}, {@code
 * datasets}, {@code datasets.gallery}, {@code dsl}, {@code kernel.api} and {@code
 * kernel.api.widget}.
 */
package io.github.alprolab.dsl.jupyter;
