package io.github.alprolab.dsl.figure;

/**
 * A point of a curve.
 *
 * @param x for example epochs
 * @param y for example a loss; finite
 */
public record Point(double x, double y) {}
