/**
 * The four pre-training losses as functions of tensors (paper section 3.2 and 3.3, alpro.md section
 * 3), and the draws they need as plain Java. Entry types: {@link
 * io.github.alprolab.alpro.loss.PretrainingLoss} for the sum, and {@link
 * io.github.alprolab.alpro.loss.Vtc}, {@link io.github.alprolab.alpro.loss.Vtm}, {@link
 * io.github.alprolab.alpro.loss.Mlm}, {@link io.github.alprolab.alpro.loss.Pem} for each. May
 * depend on {@code config}, {@code model} and {@code tensor}.
 */
package io.github.alprolab.alpro.loss;
