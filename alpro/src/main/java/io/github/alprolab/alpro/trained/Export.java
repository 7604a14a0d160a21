package io.github.alprolab.alpro.trained;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.torch.TorchWriter;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes one of our checkpoints under the published names, for PyTorch or as safetensors. */
public final class Export {
    private Export() {}

    /**
     * Writes {@code to}, beside it first. Tied tensors are stored under both names, as the
     * published files have them, so that {@code torch.load(file, weights_only=True)} gives a state
     * dict that the published classes accept.
     *
     * @param to a name that ends in {@code .pt}, {@code .pth} or {@code .safetensors}
     * @return number of tensors written
     * @throws IOException when the checkpoint cannot be read or the file not be written
     * @throws IllegalArgumentException for another ending, before anything is read
     */
    public static int write(Path from, Path to) throws IOException {
        String name = to.toString();
        boolean torch = name.endsWith(".pt") || name.endsWith(".pth");
        if (!torch && !name.endsWith(".safetensors")) {
            throw new IllegalArgumentException(
                    to + " ends in none of .pt, .pth and .safetensors, which tell the format.");
        }
        TrainedModel trained = TrainedModel.open(from);
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(0));
            declare(trained, state);
            StateDictFile.load(trained.tensors(), state, LoadRules.strict());
            Iterable<StoredTensor> tensors = StateDictFile.published(state);
            if (torch) {
                TorchWriter.write(to, tensors);
            } else {
                List<StoredTensor> all = new ArrayList<>();
                tensors.forEach(all::add);
                Safetensors.write(to, all);
            }
            return state.named().size();
        }
    }

    private static void declare(TrainedModel trained, StateDict state) throws IOException {
        AlproConfig config = trained.manifest().config();
        switch (trained.manifest().kind()) {
            case "prompter", "retrieval" -> new AlproModel(state.root(), config, 0.07);
            case "pretraining" ->
                    new PretrainingModel(
                            state.root(),
                            config,
                            0.07,
                            Math.max(1, trained.manifest().entities().size()));
            default ->
                    throw new IOException(
                            "%s holds a model of kind %s; prompter, pretraining and retrieval can be written."
                                    .formatted(trained.file(), trained.manifest().kind()));
        }
    }
}
