/**
 * A page to look at rendered clips.
 *
 * <p>Start at {@link io.github.alprolab.datasets.gallery.SpriteGallery}.
 *
 * <p>May depend on {@link io.github.alprolab.datasets} and the scripts of its moving sprites.
 */
package io.github.alprolab.datasets.gallery;
