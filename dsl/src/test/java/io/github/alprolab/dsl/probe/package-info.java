/** Tests of pairs of captions that differ in one thing. */
package io.github.alprolab.dsl.probe;
