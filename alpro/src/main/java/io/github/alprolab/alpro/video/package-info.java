/**
 * The video encoder: TimeSformer with divided, joint or spatial attention (paper section 3.1,
 * docs/method.md section 1.2 to 1.4). Entry type: {@link
 * io.github.alprolab.alpro.video.VideoEncoder}. Uses {@code config}, {@code nn} and {@code tensor}.
 */
package io.github.alprolab.alpro.video;
