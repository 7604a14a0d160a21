package io.github.alprolab.alpro.tensor;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The precision that a run computes in, and why. What AUTO took is written into the run's folder,
 * so that a training which is resumed, or a retrieval that is asked later, goes on as it began.
 *
 * @param precision FP32, BF16 or FP16
 * @param why it was taken, a sentence; empty where it was asked for
 */
public record ChosenPrecision(Precision precision, String why) {
    /** In the folder of a run that leaves the choice to us. */
    public static final String FILE = "precision.txt";

    /**
     * As asked; for AUTO what the folder says, else what is measured.
     *
     * @param video whose products are measured
     * @param clips of a batch
     * @param folder of the run, where it has one
     */
    public static ChosenPrecision of(
            Precision asked,
            DeviceChoice device,
            VideoConfig video,
            int clips,
            Optional<Path> folder)
            throws IOException {
        if (asked != Precision.AUTO) {
            return new ChosenPrecision(asked, "");
        }
        Optional<Path> file = folder.map(f -> f.resolve(FILE)).filter(Files::exists);
        if (file.isPresent()) {
            return read(file.get());
        }
        ChosenPrecision chosen = measured(probe(asked, device, video, clips));
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            AtomicFile.write(folder.get().resolve(FILE), chosen.text());
        }
        return chosen;
    }

    /**
     * What a run that is done computed in.
     *
     * @param folder of the run
     * @throws IOException when AUTO was asked for and nothing is kept there
     */
    public static Precision taken(Precision asked, Path folder) throws IOException {
        return asked == Precision.AUTO ? read(folder.resolve(FILE)).precision() : asked;
    }

    /** What AUTO decides by, on products of such a batch's tokens; for FP16 the same of it. */
    public static PrecisionProbe probe(
            Precision asked, DeviceChoice device, VideoConfig video, int clips) {
        int tokens = clips * (1 + video.patches() * video.frames());
        Precision low = asked == Precision.FP16 ? Precision.FP16 : Precision.BF16;
        return PrecisionProbe.of(device, low, tokens, video.width());
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
    public Optional<String> told() {
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of("precision(AUTO) takes %s. %s".formatted(precision, why));
    }
}
