package io.github.alprolab.alpro.tensor;

import java.util.List;
import java.util.Optional;

/**
 * What the engine computes on, and why.
 *
 * @param cuda whether the engine computes on a GPU that it sees
 * @param why in a sentence
 */
record EngineChoice(boolean cuda, String why) {
    /** Cards of which no program of CUDA 12.4's natives runs: their processors are newer. */
    private static final int NEWER = 10;

    /** Cards of which the natives have no programs any more. */
    private static final int OLDEST = 5;

    /**
     * Decides.
     *
     * @param bundled version of CUDA in this build, {@code 12.4}; empty in a build for CPUs
     * @param engine whether the engine sees a GPU
     * @param named whether another libtorch is named to the engine
     * @param cards what the driver tells
     */
    static EngineChoice of(
            Optional<String> bundled, boolean engine, boolean named, List<GpuCard> cards) {
        if (named) {
            return new EngineChoice(engine, "PYTORCH_LIBRARY_PATH names the libtorch that is used");
        }
        if (bundled.isEmpty()) {
            return new EngineChoice(false, forCpus(cards));
        }
        String build = "the build has CUDA " + bundled.get();
        if (cards.isEmpty() && !engine) {
            return new EngineChoice(
                    false,
                    build + ", but no GPU with a driver is seen here: everything runs on the CPU");
        }
        if (!engine) {
            return new EngineChoice(false, build + ", but " + refused(bundled.get(), cards.get(0)));
        }
        if (!cards.isEmpty() && cards.stream().allMatch(EngineChoice::isForeign)) {
            return new EngineChoice(
                    false,
                    "%s, but %s: everything runs on the CPU; docs/gpu.md shows the way with a libtorch of your own"
                            .formatted(build, misfit(cards.get(0))));
        }
        return new EngineChoice(true, build + " and a GPU that it runs on");
    }

    private static String forCpus(List<GpuCard> cards) {
        return cards.isEmpty()
                ? "the build is for CPUs, and no GPU is seen here"
                : "the build is for CPUs, although there is a GPU: %s; ./lab --cuda makes one with CUDA"
                        .formatted(cards.get(0).words());
    }

    private static String refused(String cuda, GpuCard card) {
        return "CUDA %s does not start on %s: everything runs on the CPU; install a newer driver"
                .formatted(cuda, card.words());
    }

    /** Whether no program of the natives runs on it. */
    static boolean isForeign(GpuCard card) {
        return card.generation() != 0 && (card.generation() >= NEWER || card.generation() < OLDEST);
    }

    static String misfit(GpuCard card) {
        return "no program in it runs on %s".formatted(card.words());
    }
}
