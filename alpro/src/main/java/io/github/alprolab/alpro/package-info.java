/**
 * ALPRO (Align and Prompt, CVPR 2022): the model, its losses, the prompter, training and retrieval.
 *
 * <p>Shape letters used in every comment: B clips, T frames, C channels, H and W pixels, P patches
 * per frame, L words, S tokens of a sequence, D width, E entities, V vocabulary, R rows.
 *
 * <p>Its packages from the ground up: {@code setting} (a setting declared once) and {@code config}
 * (sizes and settings, no engine); {@code random} and {@code tensor} (which alone names the tensor
 * engine); {@code nn}, {@code video}, {@code text} and {@code model} (the networks); {@code optim};
 * {@code checkpoint}, {@code weights}, {@code bert} and {@code trained} (files); {@code prompter},
 * {@code objective}, {@code data}, {@code train}; {@code retrieval} and {@code answering}; {@code
 * inside} (looks). Each names those that it uses in a sentence of its own. Uses no other package.
 */
package io.github.alprolab.alpro;
