/**
 * Makes the documentation index that a library ships for help in notebooks. Entry type: {@link
 * io.github.alprolab.kernel.help.index.IndexJavadoc}, a program for builds. Uses no other package.
 */
package io.github.alprolab.kernel.help.index;
