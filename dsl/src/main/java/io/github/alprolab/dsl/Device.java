package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.record.EnvironmentRecord;
import io.github.alprolab.dsl.show.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Where tensors live. Recorded with a run, but no part of its identity. */
public final class Device {
    private final DeviceChoice choice;

    Device(DeviceChoice choice) {
        this.choice = choice;
    }

    /** The first GPU where the engine sees one, else the CPU. */
    public static Device auto() {
        return new Device(DeviceChoice.AUTO);
    }

    /** The processor. */
    public static Device cpu() {
        return new Device(DeviceChoice.CPU);
    }

    /**
     * A GPU; whether it is there is part of {@code check()}.
     *
     * @param index 0 for the first one
     */
    public static Device gpu(int index) {
        if (index < 0) {
            throw new AdviceException(
                    "C17",
                    "Device.gpu(%d) is asked for; GPUs are numbered from 0.".formatted(index),
                    "Device.gpu(0)");
        }
        return new Device(DeviceChoice.gpu(index));
    }

    /**
     * The first GPUs of this machine, which train one model together: {@code
     * trainer.device(Device.gpus(2))}. Each has a replica of the model and an equal part of every
     * batch; every clip is still compared with all of the batch, and losses and weights are those
     * of one device, to rounding. Whatever is no training takes the first of them.
     *
     * @param count at least 1
     */
    public static Device gpus(int count) {
        return several("gpus", count, DeviceChoice::gpu);
    }

    /**
     * The CPU as if it were several devices: to try out on any machine what is meant for {@link
     * #gpus}. It takes more memory and is not faster.
     *
     * @param count at least 1
     */
    public static Device cpus(int count) {
        return several("cpus", count, i -> DeviceChoice.CPU);
    }

    private static Device several(String call, int count, IntFunction<DeviceChoice> each) {
        if (count < 1) {
            throw new AdviceException(
                    "C45",
                    "Device.%s(%d) is asked for; at least 1 device trains.".formatted(call, count),
                    "Device." + call + "(2)");
        }
        return new Device(DeviceChoice.several(IntStream.range(0, count).mapToObj(each).toList()));
    }

    /**
     * Chosen GPUs that train one model together, such as {@code Device.several(Device.gpu(1),
     * Device.gpu(3))}; see {@link #gpus}.
     *
     * @param devices GPUs, each once, all with TF32 or none
     */
    public static Device several(Device... devices) {
        List<DeviceChoice> choices = Arrays.stream(devices).map(Device::choice).toList();
        try {
            return new Device(DeviceChoice.several(choices));
        } catch (IllegalArgumentException e) {
            throw new AdviceException("C45", e.getMessage(), "Device.gpus(2)");
        }
    }

    /** How many devices it names. */
    int count() {
        return choice.each().size();
    }

    /**
     * The same GPU with products of float32 matrices in TF32: several times as fast on cards of
     * capability 8.0 and newer, and precise to three digits instead of seven. One process has one
     * answer: what opens a GPU last decides.
     */
    public Device tensorFloat32() {
        if (!choice.isGpu()) {
            throw new AdviceException(
                    "C17",
                    "TF32 is a GPU's and is asked for on %s.".formatted(this),
                    "Device.gpu(0).tensorFloat32()");
        }
        return new Device(choice.tensorFloat32());
    }

    /** Whether it is there. */
    Finding check() {
        EngineInfo here = EngineInfo.current();
        boolean aside = !here.gpus().isEmpty() && !here.cuda();
        List<String> cards =
                choice.each().stream()
                        .flatMap(one -> here.card(one).stream())
                        .map(gpu -> gpu.words() + ", " + Numbers.bytes(gpu.memory()))
                        .toList();
        String words =
                cards.isEmpty()
                        ? aside ? ", the CPU: " + here.why() : ""
                        : ": " + String.join("; ", cards);
        return Checks.device(toString(), here.refusal(choice), words);
    }

    /** Whether numbers repeat there. */
    Finding repeats() {
        EnvironmentRecord here = EnvironmentRecord.current();
        boolean gpu = !choice.isCpu() && here.cuda();
        return Checks.repeats(gpu, here.threads());
    }

    DeviceChoice choice() {
        return choice;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Device that && choice.equals(that.choice);
    }

    @Override
    public int hashCode() {
        return choice.hashCode();
    }

    @Override
    public String toString() {
        return choice.code();
    }
}
