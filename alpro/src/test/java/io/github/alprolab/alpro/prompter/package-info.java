/** Tests of the package {@code prompter}. */
package io.github.alprolab.alpro.prompter;
