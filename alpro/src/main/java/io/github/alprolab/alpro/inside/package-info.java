/**
 * Looks into a model: where its attention goes, which words it puts in hidden places, where clips
 * and texts lie in its common space, and what each objective sees of a batch. Entry types: {@link
 * io.github.alprolab.alpro.inside.Inspector} for a trained model, {@link
 * io.github.alprolab.alpro.inside.StepInspector} for a training. Uses {@code checkpoint}, {@code
 * config}, {@code data}, {@code datasets}, {@code model}, {@code nn}, {@code objective}, {@code
 * prompter}, {@code random}, {@code tensor}, {@code text}, {@code train} and {@code trained}.
 */
package io.github.alprolab.alpro.inside;
