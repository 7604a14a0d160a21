/**
 * Random changes to the pictures of a training clip, the same for all of its pictures.
 *
 * <p>Start at {@link io.github.alprolab.datasets.augmentation.Augmentation}: what was published,
 * and a version that has effect. Everything is a pure function of pictures and a source of chance.
 *
 * <p>Uses {@code datasets}.
 */
package io.github.alprolab.datasets.augmentation;
