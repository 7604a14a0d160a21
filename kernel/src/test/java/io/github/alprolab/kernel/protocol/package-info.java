/** Tests of messages, signatures, connection files and sockets. */
package io.github.alprolab.kernel.protocol;
