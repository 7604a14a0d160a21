package io.github.alprolab.kernel.request;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.kernel.api.Comm;
import io.github.alprolab.kernel.api.CommMessage;
import io.github.alprolab.kernel.api.Comms;
import io.github.alprolab.kernel.output.Cell;
import io.github.alprolab.kernel.output.CellStreams;
import io.github.alprolab.kernel.protocol.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The comms of this kernel: what is open, and who takes new ones. */
final class FrontEndComms implements Comms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<String, Open> comms = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<Comm, CommMessage>> targets = new ConcurrentHashMap<>();
    private final CellStreams streams;
    private final Function<Message, Cell> answers;

    /** What a receiver sends answers the message it got; until it is done. */
    private volatile Optional<Cell> answering = Optional.empty();

    /**
     * Sends as the cell that runs now, or ran last.
     *
     * @param answers makes what answers a message of a client
     */
    FrontEndComms(CellStreams streams, Function<Message, Cell> answers) {
        this.streams = streams;
        this.answers = answers;
    }

    @Override
    public Comm open(String target, CommMessage first) {
        Open comm = new Open(UUID.randomUUID().toString(), target);
        comms.put(comm.id, comm);
        Map<String, Object> content = content(comm.id, first.data());
        content.put("target_name", target);
        sender().send("comm_open", content, first);
        return comm;
    }

    @Override
    public void register(String target, BiConsumer<Comm, CommMessage> opened) {
        targets.put(target, opened);
    }

    /** The open comms of a target, or of all for an empty one: id to details. */
    Map<String, Object> info(String target) {
        Map<String, Object> info = new LinkedHashMap<>();
        comms.forEach(
                (id, comm) -> {
                    if (target.isEmpty() || target.equals(comm.target)) {
                        info.put(id, Map.of("target_name", comm.target));
                    }
                });
        return info;
    }

    /** The request of the cell to which what the receiver of a message prints belongs. */
    Optional<Message> home(Message message) {
        return Optional.ofNullable(comms.get(message.text("comm_id"))).map(comm -> comm.home);
    }

    /** Handles {@code comm_open}, {@code comm_msg} and {@code comm_close} of a client. */
    void receive(Message message) {
        Optional<Cell> outer = answering;
        answering = Optional.of(answers.apply(message));
        try {
            dispatch(message);
        } finally {
            answering = outer;
        }
    }

    private void dispatch(Message message) {
        JsonNode content = message.content();
        String id = message.text("comm_id");
        CommMessage said =
                new CommMessage(
                        object(content.path("data")),
                        object(message.metadata()),
                        message.buffers());
        switch (message.type()) {
            case "comm_open" -> opened(id, message.text("target_name"), said);
            case "comm_msg" -> received(comms.get(id), said);
            default -> closed(comms.remove(id));
        }
    }

    private void opened(String id, String target, CommMessage first) {
        BiConsumer<Comm, CommMessage> taker = targets.get(target);
        if (taker == null) {
            send("comm_close", id, CommMessage.of(Map.of()));
            return;
        }
        Open comm = new Open(id, target);
        comms.put(id, comm);
        taker.accept(comm, first);
    }

    private static void received(Open comm, CommMessage message) {
        if (comm != null) {
            comm.receiver.accept(message);
        }
    }

    private static void closed(Open comm) {
        if (comm != null) {
            comm.closed.run();
        }
    }

    private static Map<String, Object> object(JsonNode node) {
        return node.isObject() ? JSON.convertValue(node, OBJECT) : Map.of();
    }

    private void send(String type, String id, CommMessage message) {
        sender().send(type, content(id, message.data()), message);
    }

    private Cell sender() {
        return answering.orElseGet(streams::current);
    }

    private static Map<String, Object> content(String id, Map<String, Object> data) {
        return new LinkedHashMap<>(Map.of("comm_id", id, "data", data));
    }

    private final class Open implements Comm {
        private final String id;
        private final String target;
        private volatile Consumer<CommMessage> receiver = message -> {};
        private volatile Runnable closed = () -> {};
        private volatile Message home = streams.current().request();

        Open(String id, String target) {
            this.id = id;
            this.target = target;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public void send(CommMessage message) {
            if (!comms.containsKey(id)) {
                throw new IllegalStateException(
                        "The comm " + id + " for " + target + " is closed.");
            }
            FrontEndComms.this.send("comm_msg", id, message);
        }

        @Override
        public void onMessage(Consumer<CommMessage> newReceiver) {
            receiver = newReceiver;
        }

        @Override
        public void onClose(Runnable newClosed) {
            closed = newClosed;
        }

        @Override
        public void moveHere() {
            home = streams.current().request();
        }

        @Override
        public void close() {
            if (comms.remove(id) != null) {
                FrontEndComms.this.send("comm_close", id, CommMessage.of(Map.of()));
            }
        }
    }
}
