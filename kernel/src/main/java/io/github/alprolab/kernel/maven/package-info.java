/**
 * Dependencies from Maven repositories for cells. Entry type: {@link
 * io.github.alprolab.kernel.maven.MavenMagics}. Resolution is Maven's own, by the resolver library
 * that MIMA sets up from the user's settings. Uses {@code api}, {@code classpath}, {@code magic}
 * and {@code magic.builtin}.
 */
package io.github.alprolab.kernel.maven;
