package io.github.alprolab.kernel.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.kernel.api.CommMessage;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.protocol.Sockets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One execute request: everything it puts out goes through here, in one order. A thread that shows
 * more than clients read waits, without the lock that the end of the cell needs. Text does not
 * wait: it is limited.
 */
public final class Cell {
    /** A batch is sent when it reaches this many characters; smaller ones after a short while. */
    private static final int BATCH = 64 * 1024;

    private final Sockets sockets;
    private final String session;
    private final Message request;
    private final int count;
    private final boolean silent;
    private final Map<String, OutputLimit> limits;
    private final Queue<Runnable> last = new ConcurrentLinkedQueue<>();
    private final StringBuilder waiting = new StringBuilder();
    private String waitingStream = "stdout";

    /** A cell that sends by sockets, under the name the kernel has; a silent one says nothing. */
    public Cell(Sockets sockets, String session, Message request, int count, boolean silent) {
        this.sockets = sockets;
        this.session = session;
        this.request = request;
        this.count = count;
        this.silent = silent;
        this.limits = Map.of("stdout", limit("stdout"), "stderr", limit("stderr"));
    }

    private OutputLimit limit(String stream) {
        return new OutputLimit("cell-" + count + "-" + stream);
    }

    /** The execution count it shows. */
    public int count() {
        return count;
    }

    /** The message that asked for it, to which all output belongs. */
    public Message request() {
        return request;
    }

    /** Its source, as it was sent. */
    public String code() {
        return request.text("code");
    }

    /** Whether the client may be asked for input. */
    public boolean allowsInput() {
        return request.content().path("allow_stdin").asBoolean(false);
    }

    /** Adds text of {@code stdout} or {@code stderr}. */
    public synchronized void print(String stream, String text) {
        if (!stream.equals(waitingStream)) {
            flush();
            waitingStream = stream;
        }
        waiting.append(text);
        if (waiting.length() >= BATCH) {
            flush();
        }
    }

    /** Sends what was printed so far. */
    public synchronized void flush() {
        if (!waiting.isEmpty()) {
            String text = CarriageReturns.merge(waiting.toString());
            waiting.setLength(0);
            stream(waitingStream, limits.get(waitingStream).accept(text));
        }
    }

    /** Has something done when the code of the cell has run, such as showing a last state. */
    public void whenDone(Runnable work) {
        last.add(work);
    }

    /** The code of the cell has run. */
    public void done() {
        for (Runnable work = last.poll(); work != null; work = last.poll()) {
            work.run();
        }
    }

    /** Sends what was printed, and the end of what was too long to be shown. */
    public synchronized void end() {
        flush();
        limits.forEach((stream, limit) -> stream(stream, limit.end()));
    }

    /** Removes what the cell shows: at once, or when something else is shown. */
    public void clear(boolean wait) {
        awaitRoom();
        synchronized (this) {
            flush();
            send("clear_output", Map.of("wait", wait));
        }
    }

    private void stream(String name, String text) {
        if (!text.isEmpty()) {
            send("stream", Map.of("name", name, "text", text));
        }
    }

    /** Shows the cell's value. */
    public void result(MimeBundle bundle) {
        show("execute_result", bundle, Map.of("execution_count", count));
    }

    /** Shows a value under a display id, or replaces what is there. */
    public void display(MimeBundle bundle, String displayId, boolean update) {
        show(
                update ? "update_display_data" : "display_data",
                bundle,
                Map.of("transient", Map.of("display_id", displayId)));
    }

    /** Shows an error. */
    public synchronized void error(String name, String value, List<String> traceback) {
        flush();
        send("error", Map.of("ename", name, "evalue", value, "traceback", traceback));
    }

    /** Publishes a message that answers this cell's request, when there is room for more. */
    public void publish(String type, Object content) {
        awaitRoom();
        send(type, content);
    }

    /** Sends a message of a comm, also of a silent cell, when there is room for more. */
    public void send(String type, Map<String, Object> content, CommMessage message) {
        awaitRoom();
        synchronized (this) {
            send(type, content, message.metadata(), message.buffers());
        }
    }

    private void awaitRoom() {
        sockets.awaitRoom(() -> false);
    }

    private synchronized void send(String type, Object content) {
        if (silent && !type.equals("status") && !type.equals("stream")) {
            return;
        }
        send(type, content, Map.of(), List.of());
    }

    private void send(
            String type, Object content, Map<String, Object> metadata, List<byte[]> buffers) {
        List<byte[]> topic = List.of(type.getBytes(StandardCharsets.US_ASCII));
        JsonNode parent = request.header();
        sockets.send(
                Channel.IOPUB,
                Message.of(type, topic, session, parent, content, metadata, buffers));
    }

    private void show(String type, MimeBundle bundle, Map<String, Object> more) {
        Map<String, Object> content = new LinkedHashMap<>(more);
        content.put("data", bundle.data());
        content.put("metadata", bundle.metadata());
        awaitRoom();
        synchronized (this) {
            flush();
            send(type, content);
        }
    }
}
