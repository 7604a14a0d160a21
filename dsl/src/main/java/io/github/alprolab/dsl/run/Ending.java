package io.github.alprolab.dsl.run;

/**
 * Where work ended without an error.
 *
 * @param finished false when it was stopped on request
 * @param step of the newest checkpoint
 * @param epoch epochs done by then
 */
public record Ending(boolean finished, int step, int epoch) {}
