package io.github.alprolab.kernel.zmtp;

/**
 * A message on its way out, shared by all connections that it is sent to; belongs to the event
 * loop's thread.
 */
final class Outgoing {
    private final Pieces bytes;
    private final Runnable gone;
    private int holders = 1;

    /**
     * A message that is held by its maker.
     *
     * @param gone is run when nobody holds it any more
     */
    Outgoing(Pieces bytes, Runnable gone) {
        this.bytes = bytes;
        this.gone = gone;
    }

    Pieces bytes() {
        return bytes;
    }

    void hold() {
        holders++;
    }

    void letGo() {
        holders--;
        if (holders == 0) {
            gone.run();
        }
    }
}
