/**
 * How what runs ends: a cell in steps, from gentle to rude ({@link
 * io.github.alprolab.kernel.stop.Interrupts}), and the kernel itself, when a client asks for it or
 * the process that started it is gone ({@link io.github.alprolab.kernel.stop.Shutdown}). Uses
 * {@code api}, {@code magic}, {@code output} and {@code protocol}.
 */
package io.github.alprolab.kernel.stop;
