/** Tests of the package {@code survey}. */
package io.github.alprolab.datasets.survey;
