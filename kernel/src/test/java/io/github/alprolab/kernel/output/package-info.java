/** Tests of what cells print, show and ask. */
package io.github.alprolab.kernel.output;
