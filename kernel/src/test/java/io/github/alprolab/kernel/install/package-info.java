/** Tests of the kernelspec that Jupyter starts the kernel from. */
package io.github.alprolab.kernel.install;
