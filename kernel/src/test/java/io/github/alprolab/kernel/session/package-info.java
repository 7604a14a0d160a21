/** Tests of evaluation, errors, help and stopping of cells. */
package io.github.alprolab.kernel.session;
