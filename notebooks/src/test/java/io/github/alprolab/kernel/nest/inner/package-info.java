/** Breaks a rule, to prove it. Uses {@code nest}. */
package io.github.alprolab.kernel.nest.inner;
