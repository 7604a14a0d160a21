/** Placeholder. */
package io.github.alprolab.dsl;
