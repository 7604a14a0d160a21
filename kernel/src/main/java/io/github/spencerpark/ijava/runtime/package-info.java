/** The functions of cells, for notebooks that import them from IJava. */
package io.github.spencerpark.ijava.runtime;
