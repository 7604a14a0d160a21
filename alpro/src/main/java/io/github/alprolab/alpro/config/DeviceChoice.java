package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Setting;

/** Where tensors live. */
public final class DeviceChoice {
    /** The first GPU that the engine computes on, else the CPU. */
    public static final DeviceChoice AUTO = new DeviceChoice("AUTO", "auto()", -1, false);

    public static final DeviceChoice CPU = new DeviceChoice("CPU", "cpu()", -1, false);

    /** The first GPU; an error where the engine sees none. */
    public static final DeviceChoice GPU = gpu(0);

    private final String name;
    private final String factory;
    private final int index;
    private final boolean tensorFloat32;

    private DeviceChoice(String name, String factory, int index, boolean tensorFloat32) {
        this.name = name;
        this.factory = factory;
        this.index = index;
        this.tensorFloat32 = tensorFloat32;
    }

    /**
     * A GPU of the machine, 0 for the first; an error when it is opened and is not there.
     *
     * @throws IllegalArgumentException for a negative index
     */
    public static DeviceChoice gpu(int index) {
        if (index < 0) {
            throw new IllegalArgumentException(
                    "GPUs are numbered from 0 and gpu(%d) is given.".formatted(index));
        }
        return new DeviceChoice(
                index == 0 ? "GPU" : "GPU_" + index, "gpu(" + index + ")", index, false);
    }

    /**
     * The same GPU with products of float32 matrices in TF32: several times as fast from capability
     * 8.0 on, and precise to three digits instead of seven.
     *
     * @throws IllegalArgumentException where no GPU is asked for
     */
    public DeviceChoice tensorFloat32() {
        if (!isGpu()) {
            throw new IllegalArgumentException(
                    "TF32 is a GPU's and is asked for on %s; take Device.gpu(0)."
                            .formatted(code()));
        }
        return tensorFloat32
                ? this
                : new DeviceChoice(name + "_TF32", factory + ".tensorFloat32()", index, true);
    }

    /** Whether products of matrices may be in TF32. */
    public boolean isTensorFloat32() {
        return tensorFloat32;
    }

    /** Whether a GPU is asked for, not only allowed. */
    public boolean isGpu() {
        return index >= 0;
    }

    /** Number of the GPU that is asked for; -1 for none. */
    public int index() {
        return index;
    }

    /** Its name in records. */
    public String name() {
        return name;
    }

    /** The call that asks for it in a notebook. */
    public String code() {
        return "Device." + factory;
    }

    /** Its declaration, which everything that computes has among its own. */
    public static Setting<DeviceChoice> setting() {
        return Setting.of(
                        "device",
                        AUTO,
                        Allowed.<DeviceChoice>any("Device.auto(), Device.cpu() or Device.gpu(0)"),
                        DeviceChoice::code,
                        DeviceChoice::name)
                .identity(Identity.NEVER)
                .reads(DeviceChoice::code)
                .says("where tensors live", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceChoice that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
