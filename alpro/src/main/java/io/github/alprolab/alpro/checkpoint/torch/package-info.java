/**
 * Reads files that {@code torch.save} wrote, without running anything that stands in them: pickles
 * are read by a machine that knows numbers, strings, containers and tensors, and refuses every
 * other name. Entry type: {@link io.github.alprolab.alpro.checkpoint.torch.TorchFile}. Uses {@code
 * checkpoint} and {@code datasets.file}.
 */
package io.github.alprolab.alpro.checkpoint.torch;
