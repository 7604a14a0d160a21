/**
 * Tests of requests, interrupts and extensions, and of how the kernel's packages depend on each
 * other.
 */
package io.github.alprolab.kernel;
