/** Tests of the check of a device. */
package io.github.alprolab.bench.gpu;
