/**
 * The frozen teacher: crops, entity prompts and pseudo-labels (paper section 3.3, alpro.md section
 * 4). Entry type: {@link io.github.alprolab.alpro.prompter.PseudoLabeler}. May depend on {@code
 * config}, {@code model}, {@code text}, {@code checkpoint}, {@code data} and {@code tensor}.
 */
package io.github.alprolab.alpro.prompter;
