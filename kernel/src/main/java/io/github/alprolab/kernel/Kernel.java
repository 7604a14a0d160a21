package io.github.alprolab.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.alprolab.kernel.help.Assistant;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.output.InputPrompt;
import io.github.alprolab.kernel.protocol.Channel;
import io.github.alprolab.kernel.protocol.ConnectionFile;
import io.github.alprolab.kernel.protocol.Message;
import io.github.alprolab.kernel.protocol.Patience;
import io.github.alprolab.kernel.protocol.Sockets;
import io.github.alprolab.kernel.request.CellThread;
import io.github.alprolab.kernel.request.ControlRequests;
import io.github.alprolab.kernel.request.DebugRequests;
import io.github.alprolab.kernel.request.HelpRequests;
import io.github.alprolab.kernel.request.Replies;
import io.github.alprolab.kernel.request.ShellRequests;
import io.github.alprolab.kernel.stop.Interrupts;
import io.github.alprolab.kernel.stop.Parent;
import io.github.alprolab.kernel.stop.Shutdown;
import io.github.alprolab.kernel.stop.StopCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Routes messages: control requests are answered on the sockets' thread at once, shell requests in
 * order on the one thread that runs cells.
 */
final class Kernel {
    /** A client that waits longer than this, in milliseconds, does not begin with a question. */
    private static final long GREETING = 1000;

    private final String session = UUID.randomUUID().toString();
    private final Sockets sockets;
    private final Replies replies;
    private final CellStreams streams = new CellStreams();
    private final InputPrompt input;
    private final StopCell stopCell = new StopCell(this::running, this::leave);
    private final Interrupts interrupts = new Interrupts(stopCell);
    private final CellThread cells = new CellThread();
    private final Queue<Message> events = new ConcurrentLinkedQueue<>();
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final HelpRequests help;
    private final DebugRequests debug;
    private final ControlRequests control;
    private final Shutdown shutdown;
    private volatile ShellRequests shell;

    /** Binds the sockets, or fails where a port is taken or a setting is none. */
    Kernel(ConnectionFile connection) throws IOException {
        this.sockets = new Sockets(connection, this::receive, this::welcome, Patience.said());
        this.replies = new Replies(sockets, session);
        this.help = new HelpRequests(replies, cells, this::assistant);
        this.input = new InputPrompt(sockets, session, streams);
        this.shutdown = new Shutdown(streams, sockets, stopCell);
        this.debug = new DebugRequests(replies);
        this.control =
                new ControlRequests(replies, this::cancelQueued, interrupts, shutdown, debug);
    }

    /** Serves until a client asks to shut down, or the process that started the kernel is gone. */
    void run() throws InterruptedException {
        streams.install();
        System.setIn(input);
        sockets.start();
        cells.execute(
                () -> {
                    awaitGreeting();
                    shell =
                            new ShellRequests(
                                    replies, cells, streams, input, interrupts, events, debug);
                    shell.open();
                });
        Parent.watch(System.getenv(Parent.VARIABLE), shutdown::beginAlone);
        shutdown.await();
    }

    /** A client's first question is answered before JShell takes the processor. */
    private void awaitGreeting() {
        try {
            greeted.await(GREETING, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Message welcome(String topic) {
        List<byte[]> topics = List.of(topic.getBytes(StandardCharsets.UTF_8));
        JsonNode none = JsonNodeFactory.instance.objectNode();
        return Message.of("iopub_welcome", topics, session, none, Map.of("subscription", topic));
    }

    private void receive(Channel channel, Message request) {
        try {
            dispatch(channel, request);
        } finally {
            greeted.countDown();
        }
    }

    private void dispatch(Channel channel, Message request) {
        switch (channel) {
            case STDIN -> input.reply(request.content().path("value").asText());
            case CONTROL -> control.handle(request);
            default -> shell(request);
        }
    }

    private void shell(Message request) {
        if (request.type().equals("kernel_info_request")) {
            // Answered before JShell is warm, so that a client sees a live kernel at once.
            control.info(Channel.SHELL, request);
        } else if (request.type().equals("shutdown_request")) {
            control.shutDown(Channel.SHELL, request); // as clients of protocol 5.0 ask for it
        } else if (HelpRequests.takes(request)) {
            help.receive(request);
        } else if (ShellRequests.isOfComm(request)) {
            events.add(request);
            cells.execute(() -> Optional.ofNullable(events.poll()).ifPresent(shell::handle));
        } else {
            cells.execute(() -> shell.handle(request));
        }
    }

    private boolean leave() {
        ShellRequests requests = shell;
        return requests != null && requests.leave();
    }

    private Optional<Cells> running() {
        return Optional.ofNullable(shell).flatMap(ShellRequests::cells);
    }

    private void cancelQueued() {
        ShellRequests requests = shell;
        if (requests != null) {
            requests.abortQueued();
        }
    }

    private Assistant assistant() {
        return shell == null ? null : shell.assistant();
    }
}
