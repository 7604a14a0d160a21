/** Magics, as notebooks of IJava register them. */
package io.github.spencerpark.jupyter.kernel.magic.registry;
