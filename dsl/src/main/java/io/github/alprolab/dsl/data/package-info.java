/**
 * The data of an experiment: what is asked of data sets once, tables and records of it. Entry type:
 * {@link io.github.alprolab.dsl.data.PairSource}.
 */
package io.github.alprolab.dsl.data;
