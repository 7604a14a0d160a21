/** Tests of the documentation index. */
package io.github.alprolab.kernel.help.index;
