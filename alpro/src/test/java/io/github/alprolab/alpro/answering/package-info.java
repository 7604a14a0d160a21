/** Tests of the package {@code answering}. */
package io.github.alprolab.alpro.answering;
