package io.github.alprolab.bench.gpu;

import io.github.alprolab.bench.parity.Parity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The golden numbers of the published code: forward, losses, gradients and updates. */
final class GoldenPart implements Part {
    private static final String CASES = "bench/src/test/resources/parity";

    @Override
    public String name() {
        return "golden numbers";
    }

    @Override
    public boolean needsGpu() {
        return false;
    }

    @Override
    public Found look(Place place) throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(place.root().resolve(CASES))) {
            cases = folders.filter(f -> Files.exists(f.resolve("case.json"))).sorted().toList();
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        boolean passes;
        try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            passes = Parity.run(cases, Optional.empty(), place.device(), out);
        }
        List<String> beyond =
                told.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.endsWith("BEYOND"))
                        .map(String::strip)
                        .toList();
        return new Found(
                passes,
                "%d cases, %s"
                        .formatted(
                                cases.size(),
                                passes ? "all within tolerance" : String.join("; ", beyond)),
                Map.of("cases", cases.size(), "beyond", beyond));
    }
}
