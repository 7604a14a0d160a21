package io.github.alprolab.datasets;

/**
 * How often an entity is named.
 *
 * @param entity the noun, lower-case, singular where the rule for plurals applies
 * @param count occurrences, at least 1
 */
public record EntityCount(String entity, long count) {}
