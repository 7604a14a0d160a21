/**
 * Whether a device computes what it should, how fast, and with how much memory: {@code ./lab
 * gpu-check}. Entry type: {@link io.github.alprolab.bench.gpu.GpuCheck}.
 */
package io.github.alprolab.bench.gpu;
