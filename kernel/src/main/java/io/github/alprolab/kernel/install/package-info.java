/**
 * Writes the kernelspec that Jupyter starts the kernel from. Entry type: {@link
 * io.github.alprolab.kernel.install.InstallKernel}. Uses no other package.
 */
package io.github.alprolab.kernel.install;
