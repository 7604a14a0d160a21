package io.github.alprolab.kernel.request;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.kernel.api.Comm;
import io.github.alprolab.kernel.api.Comms;
import io.github.alprolab.kernel.protocol.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The comms of this kernel: what is open, and who takes new ones. */
final class FrontEndComms implements Comms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<String, Open> comms = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<Comm, Map<String, Object>>> targets =
            new ConcurrentHashMap<>();
    private final BiConsumer<String, Map<String, Object>> publisher;

    /** Publishes by type and content. */
    FrontEndComms(BiConsumer<String, Map<String, Object>> publisher) {
        this.publisher = publisher;
    }

    @Override
    public Comm open(String target, Map<String, Object> data) {
        Open comm = new Open(UUID.randomUUID().toString(), target);
        comms.put(comm.id, comm);
        Map<String, Object> content = content(comm.id, data);
        content.put("target_name", target);
        publisher.accept("comm_open", content);
        return comm;
    }

    @Override
    public void register(String target, BiConsumer<Comm, Map<String, Object>> opened) {
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

    /** Handles {@code comm_open}, {@code comm_msg} and {@code comm_close} of a client. */
    void receive(Message message) {
        JsonNode content = message.content();
        String id = content.path("comm_id").asText();
        switch (message.type()) {
            case "comm_open" -> opened(id, content.path("target_name").asText(), data(content));
            case "comm_msg" -> received(comms.get(id), data(content));
            default -> closed(comms.remove(id));
        }
    }

    private void opened(String id, String target, Map<String, Object> data) {
        BiConsumer<Comm, Map<String, Object>> taker = targets.get(target);
        if (taker == null) {
            publisher.accept("comm_close", content(id, Map.of()));
            return;
        }
        Open comm = new Open(id, target);
        comms.put(id, comm);
        taker.accept(comm, data);
    }

    private static void received(Open comm, Map<String, Object> data) {
        if (comm != null) {
            comm.receiver.accept(data);
        }
    }

    private static void closed(Open comm) {
        if (comm != null) {
            comm.closed.run();
        }
    }

    private static Map<String, Object> data(JsonNode content) {
        JsonNode data = content.path("data");
        return data.isObject() ? JSON.convertValue(data, OBJECT) : Map.of();
    }

    private static Map<String, Object> content(String id, Map<String, Object> data) {
        return new LinkedHashMap<>(Map.of("comm_id", id, "data", data));
    }

    private final class Open implements Comm {
        private final String id;
        private final String target;
        private volatile Consumer<Map<String, Object>> receiver = data -> {};
        private volatile Runnable closed = () -> {};

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
        public void send(Map<String, Object> data) {
            if (!comms.containsKey(id)) {
                throw new IllegalStateException(
                        "The comm " + id + " for " + target + " is closed.");
            }
            publisher.accept("comm_msg", content(id, data));
        }

        @Override
        public void onMessage(Consumer<Map<String, Object>> newReceiver) {
            receiver = newReceiver;
        }

        @Override
        public void onClose(Runnable newClosed) {
            closed = newClosed;
        }

        @Override
        public void close() {
            if (comms.remove(id) != null) {
                publisher.accept("comm_close", content(id, Map.of()));
            }
        }
    }
}
