package io.github.alprolab.kernel.protocol;

/** The sockets that carry messages. */
public enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB
}
