package io.github.alprolab.alpro.checkpoint;

import io.github.alprolab.alpro.checkpoint.torch.TorchFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that gives tensors one at a time: a checkpoint, a file of PyTorch, safetensors. */
@FunctionalInterface
public interface TensorSource {
    /** Hands every tensor to a sink. */
    void read(Safetensors.Sink sink) throws IOException;

    /** A file of PyTorch or safetensors, told by its ending. */
    static TensorSource of(Path file) {
        return sink -> {
            if (file.toString().endsWith(".safetensors")) {
                try (InputStream in = Files.newInputStream(file)) {
                    Safetensors.read(in, sink);
                }
            } else {
                try (TorchFile torch = TorchFile.open(file)) {
                    torch.read(sink);
                }
            }
        };
    }
}
