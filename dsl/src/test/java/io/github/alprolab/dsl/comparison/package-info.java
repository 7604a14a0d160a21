/** Tests of runs beside each other. */
package io.github.alprolab.dsl.comparison;
