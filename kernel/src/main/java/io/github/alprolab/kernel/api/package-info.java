/**
 * What cells and extensions see: {@link io.github.alprolab.kernel.api.KernelExtension} to extend
 * the kernel, {@link io.github.alprolab.kernel.api.Displayable} to show a value, {@link
 * io.github.alprolab.kernel.api.Notebook} for calls from cells. Uses no other package.
 */
package io.github.alprolab.kernel.api;
