/** Tests of the package {@code setting}. */
package io.github.alprolab.alpro.setting;
