package io.github.alprolab.alpro.trained;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes one of our checkpoints under the published names, for PyTorch or as safetensors. */
public final class Export {
    private static final String ANSWERING = "answering";
    private static final Set<String> KINDS =
            Set.of("prompter", "pretraining", "retrieval", ANSWERING);

    /** Of entities: the one head of an objective that published files have. */
    private static final String HEAD = "mpm_head.";

    /** Of answers: as many rows as there are classes. */
    private static final String CLASSES = "classifier.2.weight";

    private Export() {}

    /**
     * Writes {@code to}, beside it first. Tied tensors are stored under both names, as the
     * published files have them, so that {@code torch.load(file, weights_only=True)} gives a state
     * dict that the published classes accept. What reading it back needs and tensors cannot tell,
     * heads, vocabulary, entities or answers, stands beside them where other programs do not look.
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
            StateDict state = StateDict.forFile(compute, new RandomStreams(0));
            requireKnown(trained);
            declare(trained, state);
            List<StoredTensor> heads = fill(trained, state);
            Iterable<StoredTensor> tensors = with(StateDictFile.published(state), heads);
            WeightFile.write(to, tensors, trained.manifest().training(Map.of()));
            return state.named().size() + heads.size();
        }
    }

    private static void declare(TrainedModel trained, StateDict state) throws IOException {
        AlproConfig sizes = trained.manifest().config();
        if (trained.manifest().kind().equals(ANSWERING)) {
            long[] classes = WeightFile.shapes(trained.file()).get(CLASSES);
            if (classes == null) {
                throw new IOException(trained.file() + " has no classifier of answers.");
            }
            new AnsweringModel(state.root(), sizes, Math.toIntExact(classes[0]));
        } else {
            new AlproModel(state.root(), sizes, 0.07);
        }
    }

    private static void requireKnown(TrainedModel trained) throws IOException {
        if (!KINDS.contains(trained.manifest().kind())) {
            throw new IOException(
                    "%s holds a model of kind %s; prompter, pretraining, retrieval and answering can be written."
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
