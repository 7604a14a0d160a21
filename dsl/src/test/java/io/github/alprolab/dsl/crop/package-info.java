/** Tests of crops and what is said of them. */
package io.github.alprolab.dsl.crop;
