/**
 * A Jupyter kernel for Java. {@link io.github.alprolab.kernel.Main} starts it from a connection
 * file; {@link io.github.alprolab.kernel.Script} runs cells without Jupyter. {@code protocol}
 * speaks the wire, {@code request} answers, {@code magic} and {@code session} run cells, {@code
 * output} carries what they print and show, {@code help} explains code that is typed, {@code api}
 * is what extensions and cells see. Depends on no other module of this repository. Uses {@code
 * api}, {@code display}, {@code extension}, {@code help}, {@code install}, {@code magic}, {@code
 * output}, {@code protocol}, {@code request}, {@code session}, {@code stop} and {@code zmtp}.
 */
package io.github.alprolab.kernel;
