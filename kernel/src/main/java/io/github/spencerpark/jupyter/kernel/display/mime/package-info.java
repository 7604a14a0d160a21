/** Types of representations. */
package io.github.spencerpark.jupyter.kernel.display.mime;
