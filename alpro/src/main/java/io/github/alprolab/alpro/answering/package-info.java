/**
 * Video question answering: answers to questions about clips, and accuracy by type of question
 * (paper section 4.2; alpro.md section 7). Entry type: {@link
 * io.github.alprolab.alpro.answering.Answerer}. May depend on {@code config}, {@code data}, {@code
 * model}, {@code retrieval}, {@code tensor}, {@code text} and the datasets module.
 */
package io.github.alprolab.alpro.answering;
