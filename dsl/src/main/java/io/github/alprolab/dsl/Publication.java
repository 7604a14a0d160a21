package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run as a folder for others: weights, model card, record, figure and a notebook that opens it.
 */
final class Publication {
    private static final String WEIGHTS = "model.safetensors";
    private static final String CARD = "MODEL_CARD.md";
    private static final String RECORD = "run.zip";
    private static final String NOTEBOOK = "notebook.ipynb";

    private final Run run;
    private final RunFolder record;

    /** Opened once: each opening verifies the whole file. */
    private final Checkpoint best;

    private Publication(Run run) {
        this.run = run;
        this.record = new RunFolder(run.folder());
        this.best = run.best();
    }

    static Path write(Run run, Path folder) {
        try {
            Files.createDirectories(folder);
            new Publication(run).write(folder);
            return folder;
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The run cannot be published in " + folder,
                    e,
                    "Runs.publish(run, Path.of(\"published\")) in a folder that can be written");
        }
    }

    private void write(Path folder) throws IOException {
        best.export(folder.resolve(WEIGHTS));
        run.zip(folder.resolve(RECORD));
        if (run instanceof TrainingRun training) {
            training.curves().save(folder.resolve("curves.svg")).save(folder.resolve("curves.png"));
        }
        AtomicFile.write(folder.resolve(CARD), card());
        AtomicFile.write(folder.resolve(NOTEBOOK), notebook());
    }

    private String card() {
        AlproConfig sizes = best.manifest().config();
        return """
                ---
                library_name: alprolab
                tags:
                - alpro
                - video-text-retrieval
                - %s
                ---

                # %s

                A %s of ALPRO (*Align and Prompt*, CVPR 2022): TimeSformer of %d layers, %d text and %d fusion layers, width %d,
                for %d frames of %d pixels in patches of %d; %d word pieces. Trained with Alprolab on %s.

                | figure | split | value | of |
                |---|---|---|---|
                %s

                ## Open it

                In a cell of Alprolab: `Checkpoint.load(Path.of("%s"))` for the weights, `Runs.open(Path.of("%s"))` for the run with all its
                numbers; `%s` does both. In Python: `safetensors.torch.load_file("%s")`, under the names of the published classes.

                ## How it was made

                %s

                ```java
                %s
                ```

                Data, machine, libraries and every number lie in `%s`. Its data have the hash `%s`.

                ## Limits

                It knows the words and pictures of its training data alone; figures say nothing about other data. Nobody has tested it for
                anything but the figures above.
                """
                .formatted(
                        best.kind(),
                        run.name(),
                        best.kind(),
                        sizes.video().depth(),
                        sizes.text().fusionLayer(),
                        sizes.text().layers() - sizes.text().fusionLayer(),
                        sizes.video().width(),
                        sizes.video().frames(),
                        sizes.video().imageSize(),
                        sizes.video().patch(),
                        best.manifest().vocabulary().size(),
                        data("name"),
                        figures(),
                        WEIGHTS,
                        RECORD,
                        NOTEBOOK,
                        WEIGHTS,
                        run.state(),
                        record.part("experiment.java").orElse("").strip(),
                        RECORD,
                        data("hash"));
    }

    /** A value of {@code data.json}; names of data sets are of people, so they are no mark-up. */
    private String data(String key) {
        String value = CanonicalJson.flat(record.data()).getOrDefault(key, "unknown data");
        return value.replaceAll("[\\[\\]<>|`*_#\\n]", " ");
    }

    private String figures() {
        return run.scored().stream().map(Publication::row).collect(Collectors.joining("\n"));
    }

    private static String row(Scored scored) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        scored.metric().title(),
                        scored.split(),
                        scored.text(),
                        scored.count() == 0 ? "" : scored.count());
    }

    private String notebook() {
        List<Map<String, Object>> cells =
                List.of(
                        cell(
                                "markdown",
                                "# %s\n\nThe run of this folder: its figures, and its model."
                                        .formatted(run.name())),
                        cell(
                                "code",
                                "var run = Runs.open(Path.of(\"%s\"));\n\nrun".formatted(RECORD)),
                        cell("code", "run.metrics()"),
                        cell(
                                "code",
                                "Checkpoint.load(Path.of(\"%s\")).describe()".formatted(WEIGHTS)),
                        cell(
                                "markdown",
                                "`run.reproduce()` trains it again from its record and compares every figure."));
        return CanonicalJson.write(
                Map.of(
                        "nbformat",
                        4,
                        "nbformat_minor",
                        5,
                        "metadata",
                        Map.of(
                                "kernelspec",
                                Map.of("name", "alpro", "display_name", "Java (ALPRO)")),
                        "cells",
                        IntStream.range(0, cells.size())
                                .mapToObj(i -> numbered(cells.get(i), i))
                                .toList()));
    }

    private static Map<String, Object> cell(String kind, String source) {
        Map<String, Object> cell = new TreeMap<>();
        cell.put("cell_type", kind);
        cell.put("metadata", Map.of());
        cell.put("source", source);
        if (kind.equals("code")) {
            cell.put("outputs", List.of());
            cell.put("execution_count", null);
        }
        return cell;
    }

    private static Map<String, Object> numbered(Map<String, Object> cell, int number) {
        Map<String, Object> all = new TreeMap<>(cell);
        all.put("id", "cell-" + number);
        return all;
    }
}
