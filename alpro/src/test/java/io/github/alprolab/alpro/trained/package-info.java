/** Tests of the package {@code trained}. */
package io.github.alprolab.alpro.trained;
