/** Tests of the package {@code retrieval}. */
package io.github.alprolab.alpro.retrieval;
