/** Tests of help while code is typed. */
package io.github.alprolab.kernel.help;
