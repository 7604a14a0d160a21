/** Tests of the package {@code inside}. */
package io.github.alprolab.alpro.inside;
