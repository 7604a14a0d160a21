package io.github.alprolab.alpro.trained;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.checkpoint.torch.TorchWriter;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes one of our checkpoints under the published names, for PyTorch or as safetensors. */
public final class Export {
    private static final Set<String> KINDS = Set.of("prompter", "pretraining", "retrieval");

    /** Of entities: the one head of an objective that published files have. */
    private static final String HEAD = "mpm_head.";

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
            requireKnown(trained);
            new AlproModel(state.root(), trained.manifest().config(), 0.07);
            List<StoredTensor> heads = fill(trained, state);
            Iterable<StoredTensor> tensors = with(StateDictFile.published(state), heads);
            if (torch) {
                TorchWriter.write(to, tensors);
            } else {
                List<StoredTensor> all = new ArrayList<>();
                tensors.forEach(all::add);
                Safetensors.write(to, all);
            }
            return state.named().size() + heads.size();
        }
    }

    private static void requireKnown(TrainedModel trained) throws IOException {
        if (!KINDS.contains(trained.manifest().kind())) {
            throw new IOException(
                    "%s holds a model of kind %s; prompter, pretraining and retrieval can be written."
                            .formatted(trained.file(), trained.manifest().kind()));
        }
    }

    /** Fills the network; what the file has beyond it under a published name is given back. */
    private static List<StoredTensor> fill(TrainedModel trained, StateDict state)
            throws IOException {
        List<StoredTensor> heads = new ArrayList<>();
        TensorSource teed =
                sink ->
                        trained.tensors()
                                .read(
                                        tensor -> {
                                            if (tensor.name().startsWith(HEAD)) {
                                                heads.add(tensor);
                                            }
                                            sink.accept(tensor);
                                        });
        StateDictFile.load(teed, state, LoadRules.strict().allowUnexpected(HEAD, "objectives."));
        return heads;
    }

    private static Iterable<StoredTensor> with(
            Iterable<StoredTensor> first, List<StoredTensor> more) {
        return () ->
                Stream.concat(StreamSupport.stream(first.spliterator(), false), more.stream())
                        .iterator();
    }
}
