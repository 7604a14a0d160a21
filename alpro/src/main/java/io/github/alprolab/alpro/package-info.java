/** Placeholder. */
package io.github.alprolab.alpro;
