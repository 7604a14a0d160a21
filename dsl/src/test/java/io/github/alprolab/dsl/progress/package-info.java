/** Tests of live news, with a clock that the test turns. */
package io.github.alprolab.dsl.progress;
