/**
 * Video files, read and written by FFmpeg.
 *
 * <p>Start at {@link io.github.alprolab.datasets.video.VideoClip} to read and at {@link
 * io.github.alprolab.datasets.video.VideoWriter} to write. The only package that touches native
 * memory, by org.bytedeco.
 *
 * <p>Uses {@code datasets}, {@code cache} and {@code file}.
 */
package io.github.alprolab.datasets.video;
