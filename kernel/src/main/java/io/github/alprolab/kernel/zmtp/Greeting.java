package io.github.alprolab.kernel.zmtp;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of each side: version 3.0 without encryption, which Jupyter does not use. */
final class Greeting {
    static final int LENGTH = 64;

    private static final int SIGNATURE_END = 9;
    private static final int VERSION = 10;
    private static final int MAJOR = 3;
    private static final int MECHANISM = 12;
    private static final int MECHANISM_LENGTH = 20;
    private static final byte[] NULL = mechanism("NULL");

    private Greeting() {}

    static Pieces ours() {
        byte[] greeting = new byte[LENGTH];
        greeting[0] = (byte) 0xff;
        greeting[SIGNATURE_END - 1] = 1;
        greeting[SIGNATURE_END] = 0x7f;
        greeting[VERSION] = MAJOR;
        System.arraycopy(NULL, 0, greeting, MECHANISM, MECHANISM_LENGTH);
        return Pieces.of(greeting);
    }

    /** Refuses who speaks an older version, encrypts, or speaks another protocol. */
    static void check(byte[] theirs) throws ProtocolException {
        if (theirs[0] != (byte) 0xff || (theirs[SIGNATURE_END] & 1) == 0) {
            throw new ProtocolException("it does not greet as ZeroMQ does");
        }
        if (theirs[VERSION] < MAJOR) {
            throw new ProtocolException("it speaks ZMTP " + theirs[VERSION] + ", not 3");
        }
        if (!Arrays.equals(NULL, mechanismOf(theirs))) {
            throw new ProtocolException(
                    "it wants the mechanism "
                            + new String(mechanismOf(theirs), StandardCharsets.US_ASCII).trim()
                            + ", not NULL");
        }
    }

    private static byte[] mechanismOf(byte[] greeting) {
        return Arrays.copyOfRange(greeting, MECHANISM, MECHANISM + MECHANISM_LENGTH);
    }

    private static byte[] mechanism(String name) {
        return Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), MECHANISM_LENGTH);
    }
}
