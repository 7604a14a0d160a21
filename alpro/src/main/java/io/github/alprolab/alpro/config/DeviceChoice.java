package io.github.alprolab.alpro.config;

/** Where tensors live. */
public enum DeviceChoice {
    /** The first GPU where the engine has CUDA, else the CPU. */
    AUTO,
    CPU,
    /** The first GPU; an error where the engine sees none. */
    GPU
}
