/**
 * The magics that every kernel has. Entry type: {@link
 * io.github.alprolab.kernel.magic.builtin.BuiltinMagics}. Depends on {@code magic}, {@code session}
 * and {@code api}.
 */
package io.github.alprolab.kernel.magic.builtin;
