/** Tests of the debugger's parts; a whole one is tested by a client, in Python. */
package io.github.alprolab.kernel.debug;
