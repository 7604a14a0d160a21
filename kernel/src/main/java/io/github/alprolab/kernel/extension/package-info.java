/**
 * What extensions and cells are connected to: imports, magics and displayers of all extensions in
 * one place, the screen of the running cell, and advice on values that nobody keeps. Entry type:
 * {@link io.github.alprolab.kernel.extension.Extensions}. Uses {@code api}, {@code display}, {@code
 * magic}, {@code magic.builtin}, {@code maven}, {@code output}, {@code session} and {@code stop}.
 */
package io.github.alprolab.kernel.extension;
