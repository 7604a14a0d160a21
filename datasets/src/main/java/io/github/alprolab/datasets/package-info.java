/** Placeholder. */
package io.github.alprolab.datasets;
