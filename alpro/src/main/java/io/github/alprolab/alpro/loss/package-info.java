/**
 * The loss of question answering as a function of tensors (paper section 3.4). Entry type: {@link
 * io.github.alprolab.alpro.loss.Answering}; the losses of pre-training are in {@code objective}.
 * Uses {@code model} and {@code tensor}.
 */
package io.github.alprolab.alpro.loss;
