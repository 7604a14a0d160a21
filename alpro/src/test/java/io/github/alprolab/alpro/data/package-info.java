/** Tests of the package {@code data}. */
package io.github.alprolab.alpro.data;
