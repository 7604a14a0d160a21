/**
 * ALPRO (Align and Prompt, CVPR 2022): the model, its losses, the prompter, training and retrieval.
 *
 * <p>Shape letters used in every comment: B clips, T frames, C channels, H and W pixels, P patches
 * per frame, L words, S tokens of a sequence, D width, E entities, V vocabulary, R rows.
 *
 * <p>Sub-packages, each depending on those before it only: {@code setting} (a setting declared
 * once), {@code config} (sizes and settings, no engine), {@code tensor} (the only package that
 * names the tensor engine), {@code nn}, {@code video}, {@code text}, {@code model}, {@code loss},
 * {@code prompter}, {@code checkpoint}, {@code data}, {@code train}, {@code retrieval}.
 */
package io.github.alprolab.alpro;
