/** Magics that notebooks of IJava ask for by their class. */
package io.github.spencerpark.jupyter.kernel.magic.common;
