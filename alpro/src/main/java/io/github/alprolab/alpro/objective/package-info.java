/**
 * Objectives: what a model is trained for. {@link io.github.alprolab.alpro.objective.Objective} is
 * the one type; VTC, VTM, MLM and PEM (paper section 3.2 and 3.3) are four of it, a file each, and
 * {@link io.github.alprolab.alpro.objective.Objective#named} makes another. A loss sees a {@link
 * io.github.alprolab.alpro.objective.Step} and computes with {@link
 * io.github.alprolab.alpro.objective.StepTensor}; {@link
 * io.github.alprolab.alpro.objective.ObjectiveSum} holds the objectives of one training. Uses
 * {@code config}, {@code datasets.file}, {@code model}, {@code nn}, {@code prompter}, {@code
 * random}, {@code setting}, {@code tensor} and {@code text}.
 */
package io.github.alprolab.alpro.objective;
