/** Tests of every finding's wording and of the report that gathers them. */
package io.github.alprolab.dsl.check;
