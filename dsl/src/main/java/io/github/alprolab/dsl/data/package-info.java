/**
 * The data of an experiment: what is asked of data sets once, tables and records of it. Entry type:
 * {@link io.github.alprolab.dsl.data.PairSource}. Uses {@code check}, {@code figure}, {@code
 * progress}, {@code show}, {@code table}, {@code alpro.text}, {@code datasets}, {@code
 * datasets.archive}, {@code datasets.cache}, {@code datasets.file}, {@code datasets.readers},
 * {@code datasets.sprites}, {@code datasets.survey} and {@code datasets.video}.
 */
package io.github.alprolab.dsl.data;
