/**
 * The magics that every kernel has. Entry type: {@link
 * io.github.alprolab.kernel.magic.builtin.BuiltinMagics}. Uses {@code api}, {@code magic}, {@code
 * program} and {@code session}.
 */
package io.github.alprolab.kernel.magic.builtin;
