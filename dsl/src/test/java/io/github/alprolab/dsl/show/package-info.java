/** Tests of how values describe themselves and how numbers are written. */
package io.github.alprolab.dsl.show;
