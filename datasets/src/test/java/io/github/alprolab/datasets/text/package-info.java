/** Tests of the package {@code text}. */
package io.github.alprolab.datasets.text;
