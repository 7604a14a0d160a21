/**
 * A program that compiles and runs without the kernel, made of what a notebook ran: {@link
 * io.github.alprolab.kernel.program.Program}. Uses {@code session}.
 */
package io.github.alprolab.kernel.program;
