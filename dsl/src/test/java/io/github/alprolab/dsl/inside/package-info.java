/** Tests of the package {@code inside}. */
package io.github.alprolab.dsl.inside;
