package io.github.alprolab.alpro.checkpoint;

import java.io.IOException;

/** Something that gives tensors one at a time: a checkpoint, a file of PyTorch, safetensors. */
@FunctionalInterface
public interface TensorSource {
    /** Hands every tensor to a sink. */
    void read(Safetensors.Sink sink) throws IOException;
}
