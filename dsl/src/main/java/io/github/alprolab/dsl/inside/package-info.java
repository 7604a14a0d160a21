/**
 * What is seen inside a model and inside a training step, as figures and tables. Entry types:
 * {@link io.github.alprolab.dsl.inside.ModelLook} asks a model, {@link
 * io.github.alprolab.dsl.inside.StepTables} shows a step. Uses {@code check}, {@code figure},
 * {@code show}, {@code table}, {@code alpro.config}, {@code alpro.inside}, {@code alpro.model},
 * {@code alpro.objective}, {@code alpro.optim}, {@code alpro.prompter}, {@code alpro.text}, {@code
 * alpro.trained} and {@code datasets}.
 */
package io.github.alprolab.dsl.inside;
