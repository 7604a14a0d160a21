/** Tests of the package {@code run}. */
package io.github.alprolab.dsl.run;
