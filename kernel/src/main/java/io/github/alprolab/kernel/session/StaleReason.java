package io.github.alprolab.kernel.session;

/**
 * Why a result does not follow any more.
 *
 * @param name what the result was made of
 * @param cell the cell that made it, the last one
 * @param isStale whether that is the same as it was, but itself made of what has changed
 */
public record StaleReason(String name, int cell, boolean isStale) {}
