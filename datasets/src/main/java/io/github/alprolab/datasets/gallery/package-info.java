/**
 * A page to look at rendered clips.
 *
 * <p>Start at {@link io.github.alprolab.datasets.gallery.SpriteGallery}.
 *
 * <p>Uses {@code datasets}, {@code file} and {@code sprites}.
 */
package io.github.alprolab.datasets.gallery;
