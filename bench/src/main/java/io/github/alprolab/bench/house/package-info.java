/**
 * Counts that say how well the house is kept, behind {@code ./lab house}: lines, cycles between
 * packages, names that exist twice, files that nothing enters, methods without Javadoc, settings,
 * and files that name an objective. Entry type: {@link io.github.alprolab.bench.house.House}.
 */
package io.github.alprolab.bench.house;
