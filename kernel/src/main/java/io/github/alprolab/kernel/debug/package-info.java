/**
 * The debugger: stops threads at lines of cells, shows their frames and values, and runs code
 * there. Hooks are woven into the lines while a client wants a debugger ({@link
 * io.github.alprolab.kernel.debug.Debugger}); before and after that there are none. Uses {@code
 * api}, {@code display} and {@code session}.
 */
package io.github.alprolab.kernel.debug;
