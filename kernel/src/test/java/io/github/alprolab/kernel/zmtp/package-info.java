/** Tests of ZeroMQ's protocol against bytes as its specification has them, and against misuse. */
package io.github.alprolab.kernel.zmtp;
