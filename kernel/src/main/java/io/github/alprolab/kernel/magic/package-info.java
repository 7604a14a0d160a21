/**
 * Magics: what a cell says to the kernel instead of to Java. Entry type: {@link
 * io.github.alprolab.kernel.magic.Cells}, which takes a cell apart, lets the session run the Java
 * in it and the magics do the rest. Uses {@code api}, {@code classpath}, {@code help} and {@code
 * session}.
 */
package io.github.alprolab.kernel.magic;
