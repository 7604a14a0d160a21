/**
 * Crops of clips and what a prompter says of them, outside training. Entry types: {@link
 * io.github.alprolab.dsl.crop.PseudoLabels} and {@link io.github.alprolab.dsl.crop.CropPictures},
 * asked of a {@link io.github.alprolab.dsl.crop.Teacher} about {@link
 * io.github.alprolab.dsl.crop.Shot}s. Uses {@code check}, {@code figure}, {@code record}, {@code
 * show}, {@code table}, {@code alpro.config}, {@code alpro.inside}, {@code alpro.model}, {@code
 * alpro.objective}, {@code alpro.prompter}, {@code alpro.random}, {@code alpro.trained} and {@code
 * datasets}.
 */
package io.github.alprolab.dsl.crop;
