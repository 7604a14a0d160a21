/**
 * Clips with captions: what the project trains and tests on.
 *
 * <p>Start at {@link io.github.alprolab.datasets.MovingSprites}, the corpus that is rendered on the
 * spot, or at {@link io.github.alprolab.datasets.video.VideoClip} for a video file. Both end in
 * {@link io.github.alprolab.datasets.Clip}, whose pictures are chosen by {@link
 * io.github.alprolab.datasets.FrameSampling} and kept by {@link
 * io.github.alprolab.datasets.FrameCache}.
 *
 * <p>Depends on nothing else of this project and on no tensor engine.
 */
package io.github.alprolab.datasets;
