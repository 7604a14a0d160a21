/** Tests of what cells and extensions see. */
package io.github.alprolab.kernel.api;
