package io.github.alprolab.kernel.api.widget;

import io.github.alprolab.kernel.api.Comm;
import io.github.alprolab.kernel.api.CommMessage;
import io.github.alprolab.kernel.api.Comms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The widgets of this kernel that pages may show: a page that is loaded anew asks for all. */
final class OpenWidgets {
    private static final String CONTROL = "jupyter.widget.control";

    // Pages know the kernel, not the cell that made a widget, so this is one for all cells.
    private static final Map<String, Widget> OPEN = new ConcurrentHashMap<>();

    private OpenWidgets() {}

    /** Has a widget told of until it is removed. */
    static void add(Comms comms, Comm comm, Widget widget) {
        if (OPEN.isEmpty()) {
            comms.register(CONTROL, (asking, first) -> asking.onMessage(m -> answer(asking, m)));
        }
        OPEN.put(comm.id(), widget);
    }

    static void remove(Comm comm) {
        OPEN.remove(comm.id());
    }

    private static void answer(Comm asking, CommMessage message) {
        if ("request_states".equals(message.data().get("method"))) {
            Map<String, Object> states = new LinkedHashMap<>();
            OPEN.forEach((id, widget) -> states.put(id, described(widget.state())));
            Buffers buffers = new Buffers();
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("method", "update_states");
            data.put("states", buffers.detach(states));
            data.put("buffer_paths", buffers.paths());
            asking.send(new CommMessage(data, Map.of(), buffers.buffers()));
        }
    }

    /** What a page needs before it knows the widget. */
    private static Map<String, Object> described(Map<String, Object> state) {
        Map<String, Object> described = new LinkedHashMap<>();
        for (String name : new String[] {"model_name", "model_module", "model_module_version"}) {
            described.put(name, state.get("_" + name));
        }
        described.put("state", state);
        return described;
    }
}
