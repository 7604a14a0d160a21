/**
 * Clips with captions: what the project trains and tests on.
 *
 * <p>Here are the nouns alone: a {@link io.github.alprolab.datasets.PairDataset} has a {@link
 * io.github.alprolab.datasets.Pair} for each {@link io.github.alprolab.datasets.ClipSource}, whose
 * {@link io.github.alprolab.datasets.Frames} are chosen by {@link
 * io.github.alprolab.datasets.FrameSampling}. Start at {@link
 * io.github.alprolab.datasets.sprites.MovingSprites}, the corpus that is rendered on the spot, or
 * at {@link io.github.alprolab.datasets.video.VideoClip} for a video file.
 *
 * <p>Uses {@code file}.
 */
package io.github.alprolab.datasets;
