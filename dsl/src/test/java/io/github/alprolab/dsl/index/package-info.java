/** Tests of the search among vectors. */
package io.github.alprolab.dsl.index;
