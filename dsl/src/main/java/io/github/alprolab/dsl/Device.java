package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.record.EnvironmentRecord;

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
     * @param index 0, the first one: training on others is not offered
     */
    public static Device gpu(int index) {
        if (index != 0) {
            throw new AdviceException(
                    "C17",
                    "Device.gpu(%d) is asked for; only the first GPU is used.".formatted(index),
                    "Device.gpu(0)");
        }
        return new Device(DeviceChoice.GPU);
    }

    /** Whether it is there. */
    Finding check() {
        EnvironmentRecord here = EnvironmentRecord.current();
        return Checks.device(toString(), choice == DeviceChoice.GPU, here.cuda(), here.flavour());
    }

    /** Whether numbers repeat there. */
    Finding repeats() {
        EnvironmentRecord here = EnvironmentRecord.current();
        boolean gpu = choice != DeviceChoice.CPU && here.cuda();
        return Checks.repeats(gpu, here.threads());
    }

    DeviceChoice choice() {
        return choice;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Device that && choice == that.choice;
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
