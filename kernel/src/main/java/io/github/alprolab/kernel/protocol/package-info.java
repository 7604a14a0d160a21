/**
 * Jupyter's wire protocol 5.5: messages, signatures, sockets. One thread owns every socket; entry
 * type is {@link io.github.alprolab.kernel.protocol.Sockets}. Depends on nothing else of the
 * kernel.
 */
package io.github.alprolab.kernel.protocol;
