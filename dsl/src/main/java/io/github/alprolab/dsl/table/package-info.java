/**
 * Tables that notebooks show. Entry type: {@link io.github.alprolab.dsl.table.DataTable}. The only
 * package that names Tablesaw; depends on {@code show}.
 */
package io.github.alprolab.dsl.table;
