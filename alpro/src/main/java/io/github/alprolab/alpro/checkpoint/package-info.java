/**
 * Files: tensors as safetensors, checkpoints as tar archives of a manifest and tensors with
 * checksums, written atomically. Reading runs no code. Entry type: {@link
 * io.github.alprolab.alpro.checkpoint.CheckpointFile}. Uses {@code config}, {@code datasets.file},
 * {@code nn} and {@code tensor}.
 */
package io.github.alprolab.alpro.checkpoint;
