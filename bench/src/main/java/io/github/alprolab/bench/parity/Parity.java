package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.weights.WeightFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs this implementation on golden cases and prints how far it is from the published one. */
public final class Parity {
    private static final String USAGE =
            "usage: ./lab parity DIR... [--checkpoint FILE]\n"
                    + "  DIR   a folder with case.json and expected.safetensors\n"
                    + "  FILE  weights to use instead of the formula's: .pt, .pth or .safetensors";

    private Parity() {}

    /** Exits 0 when every quantity is within its tolerance, 1 when one is not, 2 for bad input. */
    public static void main(String[] arguments) {
        List<Path> folders = new ArrayList<>();
        Optional<Path> checkpoint = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--checkpoint") && i + 1 < arguments.length) {
                checkpoint = Optional.of(Path.of(arguments[++i]));
            } else {
                folders.add(Path.of(arguments[i]));
            }
        }
        if (folders.isEmpty() || folders.stream().anyMatch(f -> f.toString().startsWith("-"))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            System.exit(run(folders, checkpoint, System.out) ? 0 : 1);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("parity: " + e.getMessage());
            System.exit(2);
        }
    }

    /** On the device that is there. */
    static boolean run(List<Path> folders, Optional<Path> checkpoint, PrintStream out)
            throws IOException {
        return run(folders, checkpoint, DeviceChoice.AUTO, out);
    }

    /**
     * Compares and prints all cases; whether all pass.
     *
     * @throws IOException when a case cannot be read
     */
    public static boolean run(
            List<Path> folders, Optional<Path> checkpoint, DeviceChoice device, PrintStream out)
            throws IOException {
        boolean passes = true;
        for (Path folder : folders) {
            ParityCase parity = ParityCase.read(required(folder));
            out.println(parity.name() + " (" + CaseKind.of(parity) + ")");
            List<Difference> differences = compare(parity, checkpoint, device);
            differences.forEach(out::println);
            passes &= differences.stream().allMatch(Difference::passes);
        }
        out.println(passes ? "all within tolerance" : "BEYOND TOLERANCE");
        return passes;
    }

    /** On the device that is there. */
    static List<Difference> compare(ParityCase parity, Optional<Path> checkpoint)
            throws IOException {
        return compare(parity, checkpoint, DeviceChoice.AUTO);
    }

    /** The differences of one case. */
    static List<Difference> compare(
            ParityCase parity, Optional<Path> checkpoint, DeviceChoice device) throws IOException {
        Comparison comparison = new Comparison(parity);
        ParityWeights weights = new ParityWeights(parity, checkpoint.map(WeightFile::tensors));
        try (Compute compute = Compute.open(device)) {
            CaseKind.of(parity).run().compare(compute, parity, weights, comparison);
        }
        return comparison.result();
    }

    private static Path required(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve("case.json"))) {
            throw new IOException(
                    folder
                            + " is not a parity case; a folder with case.json and expected.safetensors is needed");
        }
        return folder;
    }
}
