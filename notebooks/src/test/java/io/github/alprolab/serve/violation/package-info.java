/** Breaks the rule that a package uses what it says. Uses {@code dsl}. */
package io.github.alprolab.serve.violation;
