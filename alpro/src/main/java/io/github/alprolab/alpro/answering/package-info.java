/**
 * Video question answering: answers to questions about clips, and accuracy by type of question
 * (paper section 4.2; docs/method.md section 7). Entry type: {@link
 * io.github.alprolab.alpro.answering.Answerer}. Uses {@code config}, {@code data}, {@code
 * datasets}, {@code model}, {@code retrieval}, {@code tensor} and {@code text}.
 */
package io.github.alprolab.alpro.answering;
