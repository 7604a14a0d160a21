package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.tensor.PrecisionProbe;
import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The precision that a training computes in, and why. What AUTO took is written into the training's
 * folder, so that a training which is resumed goes on as it began.
 *
 * @param precision FP32, BF16 or FP16
 * @param why it was taken, a sentence; empty where it was asked for
 */
public record ChosenPrecision(Precision precision, String why) {
    /** In the folder of a training that leaves the choice to us. */
    static final String FILE = "precision.txt";

    /**
     * As the settings say; for AUTO what the folder says, else what is measured.
     *
     * @param folder of the training, where it has one
     */
    static ChosenPrecision of(TrainConfig config, AlproConfig sizes, Optional<Path> folder)
            throws IOException {
        Precision asked = config.get(TrainConfig.PRECISION);
        if (asked != Precision.AUTO) {
            return new ChosenPrecision(asked, "");
        }
        Optional<Path> file = folder.map(f -> f.resolve(FILE)).filter(Files::exists);
        if (file.isPresent()) {
            return read(file.get());
        }
        ChosenPrecision chosen = measured(probe(config, sizes));
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            AtomicFile.write(folder.get().resolve(FILE), chosen.text());
        }
        return chosen;
    }

    /** What AUTO decides by, on products of such a training's tokens; for FP16 the same of it. */
    public static PrecisionProbe probe(TrainConfig config, AlproConfig sizes) {
        VideoConfig video = sizes.video();
        int tokens = config.batch() * (1 + video.patches() * video.frames());
        Precision low =
                config.get(TrainConfig.PRECISION) == Precision.FP16
                        ? Precision.FP16
                        : Precision.BF16;
        return PrecisionProbe.of(config.device(), low, tokens, video.width());
    }

    private static ChosenPrecision measured(PrecisionProbe probe) {
        return new ChosenPrecision(probe.faster(), sentence(probe.toString()));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static ChosenPrecision read(Path file) throws IOException {
        String[] lines = Files.readString(file).strip().split("\n", 2);
        return new ChosenPrecision(Precision.valueOf(lines[0]), lines.length > 1 ? lines[1] : "");
    }

    private String text() {
        return precision + "\n" + why + "\n";
    }

    /** What is told of it: nothing where it was asked for. */
    Optional<String> told() {
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of("precision(AUTO) takes %s. %s".formatted(precision, why));
    }
}
