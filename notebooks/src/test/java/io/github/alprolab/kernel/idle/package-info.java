/** Breaks a rule, to prove it: it says more than is true. Uses {@code api} and {@code session}. */
package io.github.alprolab.kernel.idle;
