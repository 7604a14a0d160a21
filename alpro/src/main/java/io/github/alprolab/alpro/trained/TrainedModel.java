package io.github.alprolab.alpro.trained;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.LoadReport;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trained model in a file: one of ours ({@code .alpro}), or published weights in a file of
 * PyTorch or safetensors, whose sizes are told by the shapes of the tensors.
 */
public final class TrainedModel {
    private static final String OURS = ".alpro";
    private static final String ANSWERING = "answering";
    static final double FIRST_TEMPERATURE = 0.07;

    private final Path file;
    private final CheckpointManifest manifest;
    private final TensorSource tensors;

    private TrainedModel(Path file, CheckpointManifest manifest, TensorSource tensors) {
        this.file = file;
        this.manifest = manifest;
        this.tensors = tensors;
    }

    /** Opens a file that says everything itself. */
    public static TrainedModel open(Path file) throws IOException {
        return open(ModelFile.of(file));
    }

    /**
     * Opens a file; our own are verified by their checksums.
     *
     * @throws IOException when it is missing, damaged, or no ALPRO model
     */
    public static TrainedModel open(ModelFile given) throws IOException {
        Path file = given.path();
        if (file.toString().endsWith(OURS)) {
            CheckpointFile checkpoint = CheckpointFile.open(file);
            requireHeads(given, checkpoint.manifest());
            return new TrainedModel(
                    file,
                    checkpoint.manifest(),
                    sink -> checkpoint.tensors(CheckpointFile.MODEL, sink));
        }
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(
                    file + " is not there; a file .alpro, .pt, .pth or .safetensors is needed.");
        }
        return new TrainedModel(file, manifest(given), WeightFile.tensors(file));
    }

    private static CheckpointManifest manifest(ModelFile given) throws IOException {
        Path file = given.path();
        Optional<CheckpointManifest> said = WeightFile.description(file);
        try {
            if (said.isPresent()) {
                requireHeads(given, said.get());
                int heads = said.get().config().video().heads();
                return PublishedSizes.of(WeightFile.shapes(file), heads).agreeing(said.get());
            }
            return manifest(PublishedSizes.of(WeightFile.shapes(file), given.heads()));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no ALPRO model: " + e.getMessage(), e);
        }
    }

    private static void requireHeads(ModelFile given, CheckpointManifest said) throws IOException {
        int heads = said.config().video().heads();
        if (given.heads() > 0 && given.heads() != heads) {
            throw new IOException(
                    "%s says itself that it has %d heads; %d are stated. State none."
                            .formatted(given.path(), heads, given.heads()));
        }
    }

    private static CheckpointManifest manifest(PublishedSizes sizes) {
        Vocabulary all = Vocabulary.bertUncased();
        // Ids of another vocabulary mean nothing to our tokenizer; sizes alone can still be read.
        boolean published = sizes.config().text().vocabulary() == all.size();
        return new CheckpointManifest(
                CheckpointManifest.FORMAT,
                sizes.kind(),
                sizes.config(),
                published ? all.pieces() : List.of(),
                List.of(),
                0,
                0,
                Map.of());
    }

    /** Where it was opened: a checkpoint or a published file. */
    public Path file() {
        return file;
    }

    /** What is known of it; files of others tell nothing of steps, entities and figures. */
    public CheckpointManifest manifest() {
        return manifest;
    }

    /**
     * The word pieces that its ids stand for.
     *
     * @throws IOException when a published file has another vocabulary than bert-base-uncased
     */
    public Vocabulary vocabulary() throws IOException {
        Optional<String> unknown = unknownWords(file, manifest);
        if (unknown.isPresent()) {
            throw new IOException(unknown.get());
        }
        return Vocabulary.of(manifest.vocabulary());
    }

    /** Why the word pieces of a file cannot be told; empty where they can. */
    public static Optional<String> unknownWords(Path file, CheckpointManifest manifest) {
        return manifest.vocabulary().isEmpty()
                ? Optional.of(
                        "%s has %d word pieces and does not say which: of a file by another program they have to be the 30,522 of bert-base-uncased, and checkpoint.export(…) writes them into its files"
                                .formatted(
                                        file.getFileName(), manifest.config().text().vocabulary()))
                : Optional.empty();
    }

    /** Every tensor, one at a time. */
    public TensorSource tensors() {
        return tensors;
    }

    /**
     * Fills a model by rules of its own.
     *
     * @throws IOException when something differs that the rules do not allow
     */
    public LoadReport fill(StateDict state, LoadRules rules) throws IOException {
        return StateDictFile.load(tensors, state, rules);
    }

    /** Answers that its classifier tells apart, in order; empty where the file does not say. */
    public List<String> answers() {
        return manifest.kind().equals(ANSWERING) ? manifest.entities() : List.of();
    }

    /**
     * Outputs of its classifier of answers; 0 where it has none.
     *
     * @throws IOException when the names in the file cannot be read
     */
    public int classes() throws IOException {
        long[] shape = WeightFile.shapes(file).get("classifier.2.weight");
        return shape == null ? 0 : Math.toIntExact(shape[0]);
    }

    /**
     * Fills a teacher that compares crops with prompts: all that ranking needs. Its prompt features
     * are left out of the file, because entities decide them (docs/method.md section 2.7).
     *
     * @throws IOException when the file lacks something that is needed
     */
    public LoadReport fillPrompter(StateDict state) throws IOException {
        return StateDictFile.load(
                tensors,
                state,
                LoadRules.anyToRetrieval()
                        .skip("prompt_feat")
                        .allowMissing("video_prompt_feat", "image_prompt_feat"));
    }

    /**
     * What keeps a file's tensors from filling a model that ranks, told from names and shapes
     * alone.
     *
     * @param config sizes of the model
     * @return names by what is wrong with them, such as {@code Missing}; empty where all fit
     * @throws IOException when the file is missing or its names cannot be read
     */
    public static Map<String, List<String>> misfits(Path file, AlproConfig config)
            throws IOException {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict outline = StateDict.outline(compute);
            new AlproModel(outline.root(), config, FIRST_TEMPERATURE);
            LoadRules rules = LoadRules.anyToRetrieval();
            return StateDictFile.compare(WeightFile.shapes(file), outline, rules)
                    .unexplained(rules);
        }
    }
}
