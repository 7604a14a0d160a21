/**
 * Which real data sets there are and which of them a user has. Entry type: {@link
 * io.github.alprolab.datasets.catalogue.Catalogue}.
 *
 * <p>Uses {@code archive} and {@code readers}.
 */
package io.github.alprolab.datasets.catalogue;
