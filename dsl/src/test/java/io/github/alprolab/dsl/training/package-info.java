/** Tests of what a training tells and leaves behind. */
package io.github.alprolab.dsl.training;
