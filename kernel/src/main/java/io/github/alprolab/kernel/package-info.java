/**
 * A Jupyter kernel for Java. {@link io.github.alprolab.kernel.Main} starts from a connection file;
 * {@code protocol} speaks the wire, {@code session} evaluates by JShell, {@code output} carries
 * what cells print and show, {@code api} is what extensions and cells see. Depends on no other
 * module of this repository.
 */
package io.github.alprolab.kernel;
