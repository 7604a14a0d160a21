/**
 * Evaluation of cells by JShell inside this JVM. Entry type: {@link
 * io.github.alprolab.kernel.session.JavaSession}. Uses {@code classpath}.
 */
package io.github.alprolab.kernel.session;
