/** Rendering, as notebooks of IJava register it. */
package io.github.spencerpark.jupyter.kernel.display;
