/** Tests of tables and of what a notebook sees of them. */
package io.github.alprolab.dsl.table;
