package io.github.alprolab.dsl.figure;

/**
 * A level to compare with, drawn dashed with its name on the line.
 *
 * @param name such as "chance 2.08"
 * @param value on the vertical axis
 */
public record Reference(String name, double value) {}
