/** Tests of the package {@code text}. */
package io.github.alprolab.alpro.text;
