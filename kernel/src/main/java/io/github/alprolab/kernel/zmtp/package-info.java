/**
 * The binding side of ZeroMQ's protocol ZMTP 3.0 (rfc.zeromq.org/spec/23) on one thread: what
 * Jupyter's clients, which connect by libzmq, need of a kernel. It takes the place of a library
 * because the one for Java hands each message from thread to thread and waits in between by
 * spinning, which cost a cell 10 ms of processor time where two processors also compile. Uses no
 * other package.
 */
package io.github.alprolab.kernel.zmtp;
