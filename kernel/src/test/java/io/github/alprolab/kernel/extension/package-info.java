/** Tests of what extensions are told. */
package io.github.alprolab.kernel.extension;
