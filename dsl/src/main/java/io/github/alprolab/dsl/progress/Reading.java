package io.github.alprolab.dsl.progress;

/**
 * A number that is watched.
 *
 * @param name such as "VTC loss"
 * @param text its value as it is written
 */
public record Reading(String name, String text) {}
