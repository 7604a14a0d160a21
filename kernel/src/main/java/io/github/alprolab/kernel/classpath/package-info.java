/**
 * What the code of cells sees, for the compiler and when it runs: the JDK, the kernel's {@code
 * api}, the libraries that whoever installed the kernel shares with cells, and what cells asked
 * for, which comes before them. The kernel's own libraries are not among it. Entry type: {@link
 * io.github.alprolab.kernel.classpath.CellClassPath}. Uses no other package.
 */
package io.github.alprolab.kernel.classpath;
