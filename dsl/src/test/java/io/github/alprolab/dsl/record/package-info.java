/** Tests of run folders and of the files inside them. */
package io.github.alprolab.dsl.record;
