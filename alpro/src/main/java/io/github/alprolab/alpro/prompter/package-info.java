/**
 * The frozen teacher: crops, entity prompts and pseudo-labels (paper section 3.3, docs/method.md
 * section 4). Entry type: {@link io.github.alprolab.alpro.prompter.PseudoLabeler}. Uses {@code
 * checkpoint}, {@code config}, {@code datasets}, {@code datasets.augmentation}, {@code model},
 * {@code nn}, {@code random}, {@code tensor}, {@code text} and {@code trained}.
 */
package io.github.alprolab.alpro.prompter;
