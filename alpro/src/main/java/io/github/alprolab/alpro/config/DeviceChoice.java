package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Setting;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private final List<DeviceChoice> each;

    private DeviceChoice(String name, String factory, int index, boolean tensorFloat32) {
        this.name = name;
        this.factory = factory;
        this.index = index;
        this.tensorFloat32 = tensorFloat32;
        this.each = List.of(this);
    }

    private DeviceChoice(List<DeviceChoice> each) {
        this.each = List.copyOf(each);
        this.name = each.stream().map(DeviceChoice::name).collect(Collectors.joining("+"));
        this.factory = factory(each);
        this.index = each.get(0).index;
        this.tensorFloat32 = each.get(0).tensorFloat32;
    }

    /**
     * Several devices that train one model together, each with a part of every batch. Everything
     * but a training takes the first of them. The CPU may be named repeatedly, to try out what is
     * meant for GPUs.
     *
     * @param devices at least one; GPUs, each once, or the CPU alone
     * @throws IllegalArgumentException for others
     */
    public static DeviceChoice several(List<DeviceChoice> devices) {
        boolean gpus = devices.stream().allMatch(DeviceChoice::isGpu);
        boolean once =
                devices.stream().map(DeviceChoice::index).distinct().count() == devices.size();
        boolean cpus = devices.stream().allMatch(CPU::equals);
        boolean alike = devices.stream().map(DeviceChoice::isTensorFloat32).distinct().count() <= 1;
        if (devices.isEmpty() || !alike || !(gpus && once || cpus)) {
            throw new IllegalArgumentException(
                    "The devices %s are given; allowed are GPUs, each once and all with TF32 or none, or the CPU alone."
                            .formatted(devices.stream().map(DeviceChoice::code).toList()));
        }
        return devices.size() == 1 ? devices.get(0) : new DeviceChoice(devices);
    }

    private static String factory(List<DeviceChoice> each) {
        if (each.equals(Collections.nCopies(each.size(), CPU))) {
            return "cpus(%d)".formatted(each.size());
        }
        if (each.equals(IntStream.range(0, each.size()).mapToObj(DeviceChoice::gpu).toList())) {
            return "gpus(%d)".formatted(each.size());
        }
        return each.stream()
                .map(DeviceChoice::code)
                .collect(Collectors.joining(", ", "several(", ")"));
    }

    /** The devices one by one: itself where it is one. */
    public List<DeviceChoice> each() {
        return each;
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
        if (each.size() > 1) {
            return several(each.stream().map(DeviceChoice::tensorFloat32).toList());
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

    /** Whether the CPU is asked for, once or repeatedly. */
    public boolean isCpu() {
        return each.get(0).name.equals(CPU.name);
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
