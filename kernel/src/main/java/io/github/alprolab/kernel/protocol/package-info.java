/**
 * Jupyter's wire protocol 5.5: messages, signatures, sockets. One thread owns every socket; entry
 * type is {@link io.github.alprolab.kernel.protocol.Sockets}. Uses {@code zmtp}.
 */
package io.github.alprolab.kernel.protocol;
