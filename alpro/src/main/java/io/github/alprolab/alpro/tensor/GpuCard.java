package io.github.alprolab.alpro.tensor;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A GPU of this machine, as NVIDIA's driver tells it: also where the build cannot use it.
 *
 * @param index as in {@code Device.gpu(index)}
 * @param name such as NVIDIA H100 80GB HBM3
 * @param memory bytes
 * @param capability what its processors can do, such as 9.0; empty where the driver is too old to
 *     say
 * @param driver version of the driver
 */
public record GpuCard(int index, String name, long memory, String capability, String driver) {
    private static final List<String> ASK =
            List.of(
                    "--query-gpu=uuid,name,memory.total,driver_version,compute_cap",
                    "--format=csv,noheader,nounits");
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private static final class Seen {
        private static final List<GpuCard> CARDS =
                ask("nvidia-smi", Optional.ofNullable(System.getenv(VISIBLE)));
    }

    /** Those that this process may use, in the driver's order; none where there is no driver. */
    public static List<GpuCard> seen() {
        return Seen.CARDS;
    }

    /** What the driver's program tells; none where it is missing, fails or takes long. */
    static List<GpuCard> ask(String program, Optional<String> visible) {
        ProcessBuilder builder = new ProcessBuilder(program, ASK.get(0), ASK.get(1));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            try (BufferedReader lines = process.inputReader()) {
                List<String> told = lines.lines().toList();
                boolean ended = process.waitFor(20, TimeUnit.SECONDS);
                return ended && process.exitValue() == 0 ? read(told, visible) : List.of();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /**
     * Reads the driver's lines.
     *
     * @param visible indices or names of the GPUs that a process may use, in its order; empty for
     *     all
     */
    static List<GpuCard> read(List<String> lines, Optional<String> visible) {
        List<String[]> all =
                lines.stream().map(l -> l.split("\\s*,\\s*")).filter(l -> l.length >= 4).toList();
        List<String[]> some =
                visible.map(
                                wanted ->
                                        Arrays.stream(wanted.split(","))
                                                .flatMap(w -> chosen(all, w.strip()).stream())
                                                .toList())
                        .orElse(all);
        GpuCard[] cards = new GpuCard[some.size()];
        Arrays.setAll(cards, i -> card(i, some.get(i)));
        return List.of(cards);
    }

    private static Optional<String[]> chosen(List<String[]> all, String wanted) {
        if (wanted.matches("\\d{1,4}")) {
            int place = Integer.parseInt(wanted);
            return place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
        }
        return all.stream()
                .filter(gpu -> !wanted.isEmpty() && gpu[0].startsWith(wanted))
                .findFirst();
    }

    private static GpuCard card(int index, String... told) {
        String megabytes = told[2].replaceAll("\\D", "");
        String capability = told.length > 4 && told[4].matches("\\d+\\.\\d+") ? told[4] : "";
        long memory = megabytes.isEmpty() ? 0 : Long.parseLong(megabytes) << 20;
        return new GpuCard(index, told[1], memory, capability, told[3]);
    }

    /** The first number of its capability; 0 where that is not known. */
    int generation() {
        return capability.isEmpty()
                ? 0
                : Integer.parseInt(capability.substring(0, capability.indexOf('.')));
    }

    /** Whether its processors multiply in BF16; the engine does it in software on others. */
    public boolean hasBf16() {
        return generation() == 0 || generation() >= Devices.AMPERE;
    }

    /** Name, capability and driver. */
    public String words() {
        return name
                + (capability.isEmpty() ? "" : ", capability " + capability)
                + ", driver "
                + driver;
    }
}
