/** Tests of the package {@code dsl}. */
package io.github.alprolab.dsl;
