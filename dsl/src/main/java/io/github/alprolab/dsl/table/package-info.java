/**
 * Tables that notebooks show. Entry type: {@link io.github.alprolab.dsl.table.DataTable}. Tablesaw
 * is named here, and in {@code ranking} where ranks are read and written. Uses {@code show}, {@code
 * alpro.setting}, {@code datasets.file} and {@code datasets.gallery}.
 */
package io.github.alprolab.dsl.table;
