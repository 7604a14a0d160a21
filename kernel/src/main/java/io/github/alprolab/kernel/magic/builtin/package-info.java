/**
 * The magics that every kernel has. Entry type: {@link
 * io.github.alprolab.kernel.magic.builtin.BuiltinMagics}. Uses {@code api}, {@code magic} and
 * {@code session}.
 */
package io.github.alprolab.kernel.magic.builtin;
