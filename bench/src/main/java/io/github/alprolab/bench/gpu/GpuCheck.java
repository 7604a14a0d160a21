package io.github.alprolab.bench.gpu;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.bench.training.BenchmarkSize;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether this machine's device computes what it should, a line for each part, and writes all
 * figures into a file. On a machine without a GPU the parts that say nothing of a CPU are left out
 * in words.
 */
public final class GpuCheck {
    private static final String USAGE =
            "usage: ./lab gpu-check [--json FILE] [--steps N] [--cpu]\n"
                    + "  FILE   receives all figures, gpu-check.json where none is given\n"
                    + "  N      updates of the longest training, 200 where none is given\n"
                    + "  --cpu  checks the CPU on a machine with a GPU too";
    private static final int UPDATES = 200;

    private static final List<Part> PARTS =
            List.of(
                    new KernelsPart(),
                    new GoldenPart(),
                    new SameUpdatesPart(),
                    new TrainingPart(BenchmarkSize.LAB, 8, UPDATES),
                    new ResumePart(),
                    new PrecisionPart(),
                    new HalvesPart(),
                    new ReplicasPart(),
                    new PeerPart(),
                    new TrainingPart(BenchmarkSize.BASE, 4, 50),
                    new SpeedPart());

    private final Place place;
    private final PrintStream out;
    private final List<Map<String, Object>> told = new ArrayList<>();
    private boolean sound = true;

    GpuCheck(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    /** Exits 0 where every part is as it should be, 1 where one is not, 2 for bad input. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        Path file = Path.of("gpu-check.json");
        int steps = UPDATES;
        DeviceChoice device = DeviceChoice.AUTO;
        for (int i = 1; i < arguments.length; i++) {
            boolean more = i + 1 < arguments.length;
            if (arguments[i].equals("--cpu")) {
                device = DeviceChoice.CPU;
            } else if (arguments[i].equals("--json") && more) {
                file = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--steps") && more && isCount(arguments[i + 1])) {
                steps = Integer.parseInt(arguments[++i]);
            } else {
                System.err.println(
                        "gpu-check: “" + arguments[i] + "” is not understood.\n" + USAGE);
                System.exit(2);
            }
        }
        boolean gpu = !device.equals(DeviceChoice.CPU) && EngineInfo.current().cuda();
        GpuCheck check = new GpuCheck(new Place(device, gpu, root, steps), System.out);
        boolean sound = check.run(PARTS);
        check.write(file);
        System.out.println("All figures are in " + file + ".");
        System.exit(sound ? 0 : 1);
    }

    /** Four updates at least, so that there is a second half. */
    private static boolean isCount(String text) {
        return text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) >= 4;
    }

    /** Looks at all parts; whether all are as they should be. */
    boolean run(List<Part> parts) throws InterruptedException {
        EngineInfo here = EngineInfo.current();
        out.printf("%s %s, %s: %s.%n", here.engine(), here.version(), here.flavour(), here.why());
        Optional<String> card = here.card(place.device()).map(c -> c.words());
        out.println("Checked is " + card.orElse(place.gpu() ? "the GPU" : "the CPU") + ".");
        for (Part part : parts) {
            if (part.needsGpu() && !place.gpu()) {
                tell(part, Found.leftOut("it needs a GPU"), 0);
            } else {
                look(part);
            }
        }
        return sound;
    }

    private void look(Part part) throws InterruptedException {
        long start = System.nanoTime();
        Found found;
        try {
            found = part.look(place);
        } catch (IOException | RuntimeException | LinkageError e) {
            found = new Found(false, e.toString(), Map.of());
        }
        sound &= found.sound();
        tell(part, found, (System.nanoTime() - start) / 1e9);
    }

    private void tell(Part part, Found found, double seconds) {
        String time = seconds == 0 ? "" : String.format(Locale.ROOT, " (%.1f s)", seconds);
        out.println(found.state().mark + " " + part.name() + ": " + found.words() + time);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("part", part.name());
        line.put("state", found.state().word);
        line.put("words", found.words());
        line.put("seconds", Math.round(seconds * 10) / 10.0);
        line.put("figures", found.figures());
        told.add(line);
    }

    /** Writes what was found. */
    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("engine", EngineInfo.current());
        all.put("java", System.getProperty("java.version"));
        all.put("device", place.device().code());
        all.put("sound", sound);
        all.put("parts", told);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), all);
    }
}
