/** Placeholder. */
package io.github.alprolab.kernel;
