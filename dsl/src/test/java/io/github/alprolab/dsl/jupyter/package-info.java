/** Tests of the bridge to the kernel, with a kernel that only remembers. */
package io.github.alprolab.dsl.jupyter;
