package io.github.alprolab.alpro.checkpoint;

import io.github.alprolab.alpro.checkpoint.torch.TorchFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Something that gives tensors one at a time: a checkpoint, a file of PyTorch, safetensors. */
@FunctionalInterface
public interface TensorSource {
    /** Hands every tensor to a sink. */
    void read(Safetensors.Sink sink) throws IOException;

    /**
     * A file with weights, told by its ending: {@code .safetensors}, our own {@code .alpro}, or
     * else a file of PyTorch. It is opened when it is read.
     */
    static TensorSource of(Path file) {
        String name = file.toString();
        if (name.endsWith(".safetensors")) {
            return sink -> Safetensors.read(file, sink);
        }
        if (name.endsWith(".alpro")) {
            return sink -> CheckpointFile.open(file).tensors(CheckpointFile.MODEL, sink);
        }
        return sink -> {
            try (TorchFile torch = TorchFile.open(file)) {
                torch.read(sink);
            }
        };
    }

    /**
     * Names and shapes of the tensors of a file, without reading values.
     *
     * @throws IOException when it cannot be read
     */
    static Map<String, long[]> shapes(Path file) throws IOException {
        if (file.toString().endsWith(".safetensors")) {
            return Safetensors.shapes(file);
        }
        if (file.toString().endsWith(".alpro")) {
            return CheckpointFile.shapes(file);
        }
        try (TorchFile torch = TorchFile.open(file)) {
            return torch.shapes();
        }
    }
}
