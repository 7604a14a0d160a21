package io.github.alprolab.dsl.check;

/**
 * A line of the cost box.
 *
 * @param name what is counted
 * @param value with its unit, and its source where it is an estimate
 */
public record CostLine(String name, String value) {}
