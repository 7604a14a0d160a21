package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.dsl.check.AdviceException;
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
import java.util.TreeMap;

/** A trained model on disk: verified when it is opened, loaded when it is used. */
public final class Checkpoint implements Shown {
    private final Path path;
    private final CheckpointManifest manifest;

    private Checkpoint(Path path, CheckpointManifest manifest) {
        this.path = path;
        this.manifest = manifest;
    }

    /**
     * Opens a file and verifies its checksums.
     *
     * @throws AdviceException when it is missing or damaged, with what is wrong
     */
    public static Checkpoint load(Path path) {
        try {
            return new Checkpoint(path, CheckpointManifest.read(path));
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used",
                    e,
                    "run.last() or run.best() of a finished run; Runs.list() names the runs");
        }
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** What it is: prompter or pretraining. */
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
        DataTable table = DataTable.of("Checkpoint of a " + kind() + " · " + path.getFileName());
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "trained",
                                "frames",
                                "width",
                                "projection",
                                "vocabulary",
                                "entities"));
        List<String> values =
                new ArrayList<>(
                        List.of(
                                epoch() + " epochs, " + Numbers.whole(manifest.step()) + " steps",
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

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    CheckpointManifest manifest() {
        return manifest;
    }

    /** Identity of the weights; reads the file. */
    String hash() {
        try {
            return WeightsHash.of(path);
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
    public String toString() {
        return "Checkpoint.load(Path.of(\"" + path.toString().replace("\\", "\\\\") + "\"))";
    }
}
