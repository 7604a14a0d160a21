package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.EngineInfo;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.record.EnvironmentRecord;
import io.github.alprolab.dsl.show.Numbers;

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
        String words =
                here.card(choice)
                        .map(gpu -> ": " + gpu.words() + ", " + Numbers.bytes(gpu.memory()))
                        .orElse(aside ? ", the CPU: " + here.why() : "");
        return Checks.device(toString(), here.refusal(choice), words);
    }

    /** Whether numbers repeat there. */
    Finding repeats() {
        EnvironmentRecord here = EnvironmentRecord.current();
        boolean gpu = !choice.equals(DeviceChoice.CPU) && here.cuda();
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
