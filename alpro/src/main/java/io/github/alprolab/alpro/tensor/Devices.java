package io.github.alprolab.alpro.tensor;

import ai.djl.Device;
import io.github.alprolab.alpro.config.DeviceChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the device that is asked for. */
final class Devices {
    /** First capability with TF32 and BF16. */
    static final int AMPERE = 8;

    private Devices() {}

    /**
     * A device of this machine.
     *
     * @throws IllegalStateException when a GPU is asked for and the engine cannot compute on it
     */
    static Device of(DeviceChoice choice, EngineInfo here) {
        refusal(choice, here)
                .ifPresent(
                        why -> {
                            throw new IllegalStateException(
                                    choice.code()
                                            + " is asked for, but "
                                            + why
                                            + ". Device.auto() takes what there is.");
                        });
        return isCpu(choice, here) ? Device.cpu() : Device.gpu(index(choice, here));
    }

    /** Why a device cannot be computed on. */
    static Optional<String> refusal(DeviceChoice choice, EngineInfo here) {
        return choice.each().stream().flatMap(one -> refusalOfOne(one, here).stream()).findFirst();
    }

    private static Optional<String> refusalOfOne(DeviceChoice choice, EngineInfo here) {
        if (!choice.isGpu()) {
            return Optional.empty();
        }
        if (!here.cuda()) {
            return Optional.of(here.why());
        }
        List<GpuCard> cards = here.gpus();
        if (cards.isEmpty()) {
            return Optional.empty(); // the driver told nothing: the engine will say
        }
        if (choice.index() >= cards.size()) {
            return Optional.of(
                    cards.size() == 1
                            ? "there is one GPU here, Device.gpu(0)"
                            : "there are %d GPUs here, Device.gpu(0) to Device.gpu(%d)"
                                    .formatted(cards.size(), cards.size() - 1));
        }
        GpuCard card = cards.get(choice.index());
        if (EngineChoice.isForeign(card)) {
            return Optional.of(EngineChoice.misfit(card));
        }
        boolean old = card.generation() != 0 && card.generation() < AMPERE;
        return choice.isTensorFloat32() && old
                ? Optional.of("TF32 needs capability 8.0 and there is %s".formatted(card.words()))
                : Optional.empty();
    }

    /** The GPU that is computed on. */
    static Optional<GpuCard> card(DeviceChoice choice, EngineInfo here) {
        int index = isCpu(choice, here) ? -1 : index(choice, here);
        return here.gpus().stream().filter(card -> card.index() == index).findFirst();
    }

    private static boolean isCpu(DeviceChoice choice, EngineInfo here) {
        return choice.isCpu() || !here.cuda();
    }

    /** For {@code auto()} the first that the natives run on. */
    private static int index(DeviceChoice choice, EngineInfo here) {
        return choice.isGpu()
                ? choice.index()
                : IntStream.range(0, here.gpus().size())
                        .filter(i -> !EngineChoice.isForeign(here.gpus().get(i)))
                        .findFirst()
                        .orElse(0); // the driver told nothing, and the engine sees one
    }
}
