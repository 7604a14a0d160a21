/** Tests of how values are shown. */
package io.github.alprolab.kernel.display;
