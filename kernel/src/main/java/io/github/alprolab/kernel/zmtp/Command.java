package io.github.alprolab.kernel.zmtp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A command: what the two sides of a connection say to each other.
 *
 * @param name such as {@code READY}
 * @param data what follows the name
 */
record Command(String name, ByteBuffer data) {
    /** Bytes of a PING's time to live, which stand before what a PONG repeats. */
    private static final int TIME_TO_LIVE = 2;

    static Command read(byte[] body) throws ProtocolException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(body);
            String name = text(bytes, Byte.toUnsignedInt(bytes.get()));
            return new Command(name, bytes.slice());
        } catch (BufferUnderflowException e) {
            throw new ProtocolException("a command ends within its name");
        }
    }

    /** The READY of one side. */
    static Pieces ready(Map<String, byte[]> properties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            name(out, "READY");
            for (Map.Entry<String, byte[]> one : properties.entrySet()) {
                name(out, one.getKey());
                out.writeInt(one.getValue().length);
                out.write(one.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Frames.command(bytes.toByteArray());
    }

    /** The answer to a PING. */
    Pieces pong() {
        ByteBuffer context = data.duplicate();
        context.position(Math.min(TIME_TO_LIVE, context.limit()));
        ByteBuffer body = ByteBuffer.allocate(1 + "PONG".length() + context.remaining());
        body.put((byte) "PONG".length()).put("PONG".getBytes(StandardCharsets.US_ASCII));
        return Frames.command(body.put(context).array());
    }

    /** The properties of a READY, their names in lower case. */
    Map<String, byte[]> properties() throws ProtocolException {
        Map<String, byte[]> properties = new HashMap<>();
        ByteBuffer from = data.duplicate();
        try {
            while (from.hasRemaining()) {
                String name = text(from, Byte.toUnsignedInt(from.get())).toLowerCase(Locale.ROOT);
                int length = from.getInt();
                if (length < 0 || length > from.remaining()) {
                    throw new ProtocolException("the property " + name + " is cut off");
                }
                byte[] value = new byte[length];
                from.get(value);
                properties.put(name, value);
            }
        } catch (BufferUnderflowException e) {
            throw new ProtocolException("the properties of a READY are cut off");
        }
        return properties;
    }

    private static void name(DataOutputStream out, String name) throws IOException {
        out.writeByte(name.length());
        out.writeBytes(name);
    }

    private static String text(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
