package io.github.alprolab.kernel.magic.builtin;

/**
 * A cell that ran.
 *
 * @param cell its execution count
 */
public record Input(int cell, String code) {}
