package io.github.alprolab.kernel.output;

import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.protocol.Sockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes the place of {@code System.in}: each line is asked of the running cell's client. */
public final class InputPrompt extends InputStream {
    private final Sockets sockets;
    private final String session;
    private final CellStreams streams;
    private final LinkedBlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private byte[] line = new byte[0];
    private int next;

    public InputPrompt(Sockets sockets, String session, CellStreams streams) {
        this.sockets = sockets;
        this.session = session;
        this.streams = streams;
    }

    /** Hands over a client's answer. */
    public void reply(String value) {
        replies.add(value);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) {
        if (length == 0) {
            return 0;
        }
        if (next == line.length) {
            line = (line() + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, target, start, count);
        next += count;
        return count;
    }

    /** Unchecked, because a Scanner takes any other exception for the end of the input. */
    private String line() {
        try {
            return ask("", false);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public int available() {
        return line.length - next;
    }

    /**
     * One line of the running cell's client.
     *
     * @param secret whether what is typed is hidden
     * @throws IOException when the client takes no input, or the cell is interrupted
     */
    public String ask(String prompt, boolean secret) throws IOException {
        Cell cell = streams.current();
        if (streams.isLeft()) {
            throw new IOException("This cell was left behind; nobody answers it any more.");
        }
        if (!cell.allowsInput()) {
            throw new IOException(
                    "This cell asks for input, but its client does not take input. Run it"
                            + " where somebody can answer, or give the value in the code.");
        }
        cell.flush();
        replies.clear();
        sockets.send(
                Channel.STDIN,
                Message.of(
                        "input_request",
                        cell.request().identities(),
                        session,
                        cell.request().header(),
                        Map.of("prompt", prompt, "password", secret)));
        try {
            return replies.take();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Interrupted while waiting for input");
        }
    }
}
