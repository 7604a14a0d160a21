package io.github.alprolab.kernel.magic.builtin;

/**
 * A cell that ran.
 *
 * @param cell its execution count
 * @param code what was typed
 */
public record Input(int cell, String code) {}
