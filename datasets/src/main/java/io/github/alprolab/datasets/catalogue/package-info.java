/**
 * Which real data sets there are and which of them a user has. Entry type: {@link
 * io.github.alprolab.datasets.catalogue.Catalogue}.
 */
package io.github.alprolab.datasets.catalogue;
