package io.github.alprolab.datasets.text;

/**
 * How often an entity is named.
 *
 * @param entity the noun, lower-case, singular where the rule for plurals applies
 * @param count occurrences; 0 where they are not known
 */
public record EntityCount(String entity, long count) {}
