package io.github.alprolab.dsl;

/** How exactly numbers are kept while training. */
public enum Precision {
    /** 32-bit floating point, the only one this version trains in. */
    FP32,
    /** 16 bits with the range of 32; refused by {@link Trainer#precision}. */
    BF16
}
