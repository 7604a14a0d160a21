/**
 * Help while code is typed: completion, signatures with documentation, completeness. Entry type:
 * {@link io.github.alprolab.kernel.help.Assistant}. Uses {@code api}, {@code classpath}, {@code
 * display} and {@code session}.
 */
package io.github.alprolab.kernel.help;
