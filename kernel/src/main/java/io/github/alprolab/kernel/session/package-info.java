/**
 * Evaluation of cells by JShell inside this JVM. Entry type: {@link
 * io.github.alprolab.kernel.session.JavaSession}. Depends on no other package of the kernel.
 */
package io.github.alprolab.kernel.session;
