/** Tests of the package {@code bert}. */
package io.github.alprolab.alpro.bert;
