package io.github.alprolab.alpro.config;

/** How the learning rate falls after the warm-up. */
public enum Decay {
    LINEAR,
    COSINE,
    CONSTANT
}
