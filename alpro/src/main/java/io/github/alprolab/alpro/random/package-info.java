/**
 * Named random streams: every draw comes from a seed and a name, so that a new stream never shifts
 * another and a resumed run needs no generator state. Uses no other package.
 */
package io.github.alprolab.alpro.random;
