/** Tests of the package {@code benchmark}. */
package io.github.alprolab.alpro.benchmark;
