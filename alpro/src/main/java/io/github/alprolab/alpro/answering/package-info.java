/**
 * Video question answering: answers to questions about clips (paper section 4.2; docs/method.md
 * section 7). Entry type: {@link io.github.alprolab.alpro.answering.TrainedAnswerer}. Uses {@code
 * checkpoint}, {@code config}, {@code data}, {@code datasets}, {@code datasets.cache}, {@code
 * model}, {@code nn}, {@code retrieval}, {@code tensor}, {@code text}, {@code trained} and {@code
 * weights}.
 */
package io.github.alprolab.alpro.answering;
