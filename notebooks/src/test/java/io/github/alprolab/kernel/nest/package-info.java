/** Breaks a rule, to prove it. Uses {@code nest.inner}. */
package io.github.alprolab.kernel.nest;
