package io.github.alprolab.bench.gpu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.bench.training.BenchmarkSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The speed of a step beside that of the same step in PyTorch, where there is a Python with it. */
final class PeerPart implements Part {
    /** Names a Python with PyTorch, as for {@code ./lab bench against-pytorch}. */
    private static final String TORCH = "ALPROLAB_TORCH";

    private static final String PEER = "bench/peer/once.py";
    private static final int UPDATES = 8;
    private static final int MINUTES = 5;

    private final Optional<String> python;

    PeerPart() {
        this(Optional.ofNullable(System.getenv(TORCH)));
    }

    PeerPart(Optional<String> python) {
        this.python = python;
    }

    @Override
    public String name() {
        return "beside PyTorch";
    }

    @Override
    public boolean needsGpu() {
        return false;
    }

    @Override
    public Found look(Place place) throws IOException, InterruptedException {
        if (python.isEmpty()) {
            return Found.leftOut(TORCH + " names no Python with PyTorch");
        }
        BenchmarkSize size = place.gpu() ? BenchmarkSize.BASE : BenchmarkSize.LAB;
        int batch = place.gpu() ? 16 : FirstUpdates.BATCH;
        FirstUpdates ours =
                FirstUpdates.run(
                        size, batch, UPDATES, c -> c.with(TrainConfig.DEVICE, place.device()));
        JsonNode peer = peer(place, size, batch);
        if (!peer.has("clips_per_s")) {
            return Found.leftOut(peer.path("why").asText());
        }
        double theirs = peer.get("clips_per_s").asDouble();
        return new Found(
                true,
                String.format(
                        Locale.ROOT,
                        "%s, batch %d, FP32: %.1f clips a second, PyTorch %s %.1f",
                        size,
                        batch,
                        ours.clipsPerSecond(),
                        peer.get("torch").asText(),
                        theirs),
                Map.of("clips_per_s", ours.clipsPerSecond(), "peer_clips_per_s", theirs));
    }

    private JsonNode peer(Place place, BenchmarkSize size, int batch)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        python.orElseThrow(),
                                        place.root().resolve(PEER).toString(),
                                        place.gpu() ? "cuda" : "cpu",
                                        size.name().toLowerCase(Locale.ROOT),
                                        Integer.toString(batch),
                                        Integer.toString(UPDATES)))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            String line =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("PyTorch's step ended without a figure: " + line.strip());
            }
            return new ObjectMapper().readTree(line);
        } finally {
            process.destroyForcibly();
        }
    }
}
