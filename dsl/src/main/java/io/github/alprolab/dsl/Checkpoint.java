package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.trained.Export;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.record.PathCode;
import io.github.alprolab.dsl.record.WeightsHash;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A trained model on disk: verified when it is opened, loaded when it is used. */
public final class Checkpoint implements Shown {
    private static final int FEW = 3;

    private final Path path;
    private final int heads;
    private final CheckpointManifest manifest;

    private Checkpoint(ModelFile file, CheckpointManifest manifest) {
        this.path = file.path();
        this.heads = file.heads();
        this.manifest = manifest;
    }

    /**
     * Opens a file of a run and verifies its checksums.
     *
     * @throws AdviceException when it is missing or damaged, with what is wrong
     */
    public static Checkpoint load(Path path) {
        return open(
                ModelFile.of(path),
                "run.last() or run.best() of a finished run; Runs.list() names the runs");
    }

    /**
     * Opens a checkpoint that comes with the library: {@code "sprites-prompter"}, a prompter;
     * {@code "sprites-prompter-nouns"}, which was trained on from it to name nouns and labels crops
     * better; or {@code "sprites-tiny"}, a model pre-trained beside the first. All are {@code
     * Encoders.tiny()} for 4 frames of 64 pixels, trained on moving sprites. docs/shipped.md says
     * how and what they reach.
     *
     * @throws AdviceException for another name, or where the file cannot be written to the cache
     */
    public static Checkpoint shipped(String name) {
        return load(ShippedCheckpoints.unpacked(name));
    }

    /**
     * Opens published weights, or what {@link #export} wrote: a file of PyTorch ({@code .pt},
     * {@code .pth}) or {@code .safetensors}, under the names of the paper's code or of LAVIS. Sizes
     * are told by the tensors; an exported file says the rest itself.
     *
     * @throws AdviceException when it is missing, damaged or no ALPRO model
     */
    public static Checkpoint alpro(Path path) {
        return open(
                ModelFile.of(path),
                "Checkpoint.alpro(Path.of(\"alpro_pretrained_ckpt.pt\")); for heads that are not 64"
                        + " wide Checkpoint.alpro(path, 4)");
    }

    /**
     * Opens weights of other sizes than published, by another program than ours.
     *
     * @param heads attention heads of each block, at least 1; tensors do not tell them
     * @throws AdviceException when the file is missing, damaged or no ALPRO model, or the heads do
     *     not share its width evenly
     */
    public static Checkpoint alpro(Path path, int heads) {
        Range.atLeast(1, heads, "heads");
        return open(
                new ModelFile(path, heads),
                "Checkpoint.alpro(path, 4) with the heads of the model that was trained");
    }

    private static Checkpoint open(ModelFile file, String advice) {
        try {
            return new Checkpoint(file, TrainedModel.open(file).manifest());
        } catch (IOException e) {
            throw AdviceException.unreadable("The checkpoint cannot be used", e, advice);
        }
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** What it is: prompter, pretraining, retrieval or answering. */
    public String kind() {
        return manifest.kind();
    }

    /** Epochs of training behind it. */
    public int epoch() {
        return manifest.epoch();
    }

    /** Sizes, vocabulary, epoch and validation figures. */
    public DataTable describe() {
        AlproConfig config = manifest.config();
        TreeMap<String, String> metrics = new TreeMap<>();
        manifest.metrics().forEach((k, v) -> metrics.put(words(k), Numbers.decimals(v, 3)));
        DataTable table =
                DataTable.of("Checkpoint of %s · %s".formatted(named(), path.getFileName()));
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "trained",
                                "frames",
                                "width",
                                "projection",
                                "vocabulary",
                                kind().equals("answering") ? "answers" : "entities"));
        List<String> values =
                new ArrayList<>(
                        List.of(
                                trained(),
                                config.video().frames()
                                        + " of "
                                        + config.video().imageSize()
                                        + " pixels",
                                Integer.toString(config.video().width()),
                                Integer.toString(config.projection()),
                                Numbers.whole(manifest.vocabulary().size()) + " word pieces",
                                Integer.toString(manifest.entities().size())));
        metrics.forEach(
                (name, value) -> {
                    names.add("validation " + name);
                    values.add(value);
                });
        return table.text("what", names).text("value", values);
    }

    private String named() {
        return (kind().equals("answering") ? "an " : "a ") + kind();
    }

    private String trained() {
        return manifest.step() == 0
                ? "elsewhere; the file tells sizes alone"
                : epoch() + " epochs, " + Numbers.whole(manifest.step()) + " steps";
    }

    /**
     * Writes the weights under the published names, for PyTorch ({@code .pt}, {@code .pth}) or as
     * {@code .safetensors}. {@link #alpro(Path)} reads the file back: heads, word pieces, entities
     * and answers stand in it beside the tensors, where other programs do not look.
     *
     * @throws AdviceException when the ending is another or the file cannot be written
     */
    public void export(Path to) {
        try {
            Export.write(path, to);
        } catch (IOException | IllegalArgumentException e) {
            throw AdviceException.unreadable(
                    "The weights cannot be written", e, "checkpoint.export(Path.of(\"alpro.pt\"))");
        }
    }

    /** Opened to be looked into, when it is first asked. */
    public Model model() {
        return Model.of(this);
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    CheckpointManifest manifest() {
        return manifest;
    }

    /** The file, and what was said of it. */
    ModelFile file() {
        return new ModelFile(path, heads);
    }

    /** What keeps it from comparing clips and texts; empty where nothing does. */
    Optional<String> misfit() {
        try {
            Map<String, List<String>> found = TrainedModel.misfits(path, manifest.config());
            return found.isEmpty()
                    ? TrainedModel.unknownWords(path, manifest)
                    : Optional.of(
                            "%s does not fit the model that ranks. %s."
                                    .formatted(
                                            path.getFileName(),
                                            found.entrySet().stream()
                                                    .map(e -> e.getKey() + ": " + few(e.getValue()))
                                                    .collect(Collectors.joining(". "))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static String few(List<String> names) {
        int left = names.size() - FEW;
        return String.join(", ", names.subList(0, Math.min(FEW, names.size())))
                + (left > 0 ? " and " + left + " more" : "");
    }

    /** Identity of the weights; reads the file. */
    String hash() {
        try {
            return WeightsHash.of(file());
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used", e, "Train again: experiment.again()");
        }
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && heads == that.heads
                && PathCode.absolute(path).equals(PathCode.absolute(that.path));
    }

    @Override
    public int hashCode() {
        return PathCode.absolute(path).hashCode();
    }

    @Override
    public String toString() {
        Optional<String> shipped = ShippedCheckpoints.nameOf(path);
        if (shipped.isPresent()) {
            return "Checkpoint.shipped(" + Code.of(shipped.get()) + ")";
        }
        String way = path.toString().endsWith(".alpro") ? "load" : "alpro";
        String said = heads == 0 ? "" : ", " + heads;
        return "Checkpoint." + way + "(" + PathCode.of(path) + said + ")";
    }
}
