/**
 * Evaluation of cells by JShell inside this JVM. Entry type: {@link
 * io.github.alprolab.kernel.session.JavaSession}. Uses no other package.
 */
package io.github.alprolab.kernel.session;
