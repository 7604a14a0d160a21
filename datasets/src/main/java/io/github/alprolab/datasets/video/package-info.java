/**
 * Video files, read and written by FFmpeg.
 *
 * <p>Start at {@link io.github.alprolab.datasets.video.VideoClip} to read and at {@link
 * io.github.alprolab.datasets.video.VideoWriter} to write. The only package that touches native
 * memory; may depend on the types of {@link io.github.alprolab.datasets}, on sums of {@code
 * archive} and on org.bytedeco.
 */
package io.github.alprolab.datasets.video;
