package io.github.alprolab.alpro.config;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Setting;

/** Where tensors live. */
public enum DeviceChoice {
    /** The first GPU where the engine has CUDA, else the CPU. */
    AUTO("auto()"),
    CPU("cpu()"),
    /** The first GPU; an error where the engine sees none. */
    GPU("gpu(0)");

    private final String factory;

    DeviceChoice(String factory) {
        this.factory = factory;
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
}
