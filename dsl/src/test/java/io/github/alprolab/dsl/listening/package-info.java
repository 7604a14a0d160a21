/** What others are told of a run. */
package io.github.alprolab.dsl.listening;
