"""Widgets by their messages, as JupyterLab, voila and VS Code exchange them: a client that is the page."""
import base64
import subprocess
import xml.etree.ElementTree

import nbclient
import nbconvert
import nbformat
import pytest
from cells import NAME, ask, error, printed, published, replies, run, value
from jupyter_client.kernelspec import KernelSpecManager

VIEW = "application/vnd.jupyter.widget-view+json"
COUNTER = """import io.github.alprolab.kernel.api.widget.*;
record Box(String name, double width) {}
class Counter extends Widget {
    final Property<Integer> count = property("count", 0);
    final Property<byte[]> picture = property("picture", new byte[] {1, 2, (byte) 255});
    final Property<List<Box>> boxes = list("boxes", Box.class, List.of(new Box("dog", 0.5)));
    final Property<List<byte[]>> frames = list("frames", byte[].class, List.of(new byte[] {7}, new byte[] {8, 9}));
    Counter() { super("export default { render() {} }", ".counter {}"); }
    protected void received(Map<String, Object> said, List<byte[]> bytes) { System.out.println(said + " " + bytes.get(0)[0]); }
}
var counter = new Counter();
counter.count.onChange(n -> System.out.println("count " + n));
counter"""


class Page:
    """What a front-end knows of a widget that a cell shows."""

    def __init__(self, client, outputs):
        self.client = client
        self.shown = next(o["content"]["data"] for o in outputs if VIEW in o["content"].get("data", {}))
        self.id = self.shown[VIEW]["model_id"]
        opened = next(o for o in outputs if o["msg_type"] == "comm_open" and o["content"]["comm_id"] == self.id)
        self.opened = opened
        self.state = state(opened)

    def send(self, data, buffers=None):
        """The id of a message to the kernel."""
        message = self.client.session.msg("comm_msg", {"comm_id": self.id, "data": data})
        self.client.session.send(self.client.shell_channel.socket, message, buffers=buffers)
        return message["header"]["msg_id"]

    def move(self, **values):
        """Everything that is published until the kernel has dealt with new values, whoever it answers."""
        return self.until_idle(self.send({"method": "update", "state": values, "buffer_paths": []}))

    def until_idle(self, message_id):
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=20)
            messages.append(message)
            if (message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
                    and message["parent_header"].get("msg_id") == message_id):
                return messages

    def updates(self, messages, method="update"):
        return [state(m) for m in messages if m["msg_type"] == "comm_msg"
                and m["content"]["comm_id"] == self.id and m["content"]["data"]["method"] == method]

    def next_update(self):
        """What the kernel sends by itself, a moment after a cell has set it."""
        while True:
            message = self.client.get_iopub_msg(timeout=20)
            found = self.updates([message])
            if found:
                return found[0]


def state(message):
    """The state of a message with the bytes where they belong."""
    data = message["content"]["data"]
    found = dict(data["state"])
    for path, buffer in zip(data["buffer_paths"], message["buffers"]):
        at = found
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = bytes(buffer)
    return found


def shown(client, code):
    outputs, reply = run(client, code)
    assert reply["status"] == "ok", reply
    return Page(client, outputs)


def test_a_widget_opens_with_its_page_and_its_bytes_and_is_shown_by_its_id(client):
    page = shown(client, COUNTER)
    assert page.opened["content"]["target_name"] == "jupyter.widget"
    assert page.opened["metadata"]["version"].startswith("2.")
    assert {k: page.state[k] for k in ("_model_module", "_model_name", "_view_module", "_view_name")} == {
        "_model_module": "anywidget", "_model_name": "AnyModel", "_view_module": "anywidget", "_view_name": "AnyView"}
    assert page.state["_esm"] == "export default { render() {} }" and page.state["_css"] == ".counter {}"
    assert page.state["count"] == 0
    assert page.state["picture"] == b"\x01\x02\xff"
    assert page.state["frames"] == [b"\x07", b"\x08\x09"]
    assert page.state["boxes"] == [{"name": "dog", "width": 0.5}]
    assert page.shown[VIEW] == {"version_major": 2, "version_minor": 0, "model_id": page.id}
    info = ask(client, "comm_info_request", {"target_name": "jupyter.widget"})["content"]["comms"]
    assert info[page.id] == {"target_name": "jupyter.widget"}


def test_where_no_widget_can_be_its_values_are_shown(client):
    page = shown(client, COUNTER)
    assert page.shown["text/plain"].startswith("Counter(count = 0, picture = 3 bytes")
    quoted = shown(client, 'textBox().label("<script>alert(1)</script>")')
    assert quoted.shown["text/html"].startswith("&lt;script&gt;") and "<script" not in quoted.shown["text/html"]


def test_a_value_of_the_page_reaches_cells_and_other_pages(client):
    page = shown(client, COUNTER)
    asked = page.send({"method": "update", "state": {"count": 5}, "buffer_paths": []})
    messages = page.until_idle(asked)
    assert page.updates(messages, "echo_update") == [{"count": 5}] and page.updates(messages) == []
    echo = next(m for m in messages if m["msg_type"] == "comm_msg")
    assert echo["parent_header"]["msg_id"] == asked
    assert value(client, "counter.count.get()") == "5"


def test_what_a_listener_prints_belongs_to_the_cell_that_shows_the_widget(client):
    page = shown(client, COUNTER)
    run(client, "1 + 1")
    messages = page.move(count=7)
    said = next(m for m in messages if m["msg_type"] == "stream")
    assert said["content"]["text"] == "count 7\n"
    assert said["parent_header"]["msg_id"] == page.opened["parent_header"]["msg_id"]
    outputs, _ = run(client, "counter")
    said = next(m for m in page.move(count=8) if m["msg_type"] == "stream")
    assert said["parent_header"]["msg_id"] == outputs[0]["parent_header"]["msg_id"]


def test_a_value_of_a_cell_reaches_the_page_once_for_many_changes(client):
    page = shown(client, COUNTER)
    outputs, _ = run(client, "for (int i = 1; i <= 1000; i++) counter.count.set(i);")
    assert printed(outputs).endswith("count 1000\n")
    sent = page.updates(outputs)
    while not sent or sent[-1]["count"] != 1000:
        sent.append(page.next_update())
    assert len(sent) < 100


def test_bytes_go_both_ways(client):
    page = shown(client, COUNTER)
    data = {"method": "update", "state": {}, "buffer_paths": [["picture"]]}
    page.until_idle(page.send(data, [b"\x09\x08"]))
    assert value(client, "Arrays.toString(counter.picture.get())") == "[9, 8]"
    data = {"method": "update", "state": {"frames": [None, None]}, "buffer_paths": [["frames", 1], ["frames", 0]]}
    page.until_idle(page.send(data, [b"\x01", b"\x02\x03"]))
    assert value(client, "counter.frames.get().stream().map(Arrays::toString).toList()") == "[[2, 3], [1]]"
    outputs, _ = run(client, "counter.picture.set(new byte[] {4});")
    sent = page.updates(outputs) or [page.next_update()]  # a moment after it is set, which may be after the cell
    assert sent == [{"picture": b"\x04"}]


def test_messages_of_its_own_go_both_ways(client):
    page = shown(client, COUNTER)
    messages = page.until_idle(page.send({"method": "custom", "content": {"kind": "hello"}}, [b"\x05"]))
    assert printed(messages) == "{kind=hello} 5\n"
    outputs, _ = run(client, 'counter.send(Map.of("kind", "answer"), new byte[] {6});')
    sent = next(o for o in outputs if o["msg_type"] == "comm_msg")
    assert sent["content"]["data"] == {"method": "custom", "content": {"kind": "answer"}}
    assert bytes(sent["buffers"][0]) == b"\x06"


def test_a_page_that_is_loaded_anew_asks_for_the_state(client):
    page = shown(client, COUNTER)
    page.move(count=3)
    messages = page.until_idle(page.send({"method": "request_state"}))
    found, = page.updates(messages)
    assert found["count"] == 3 and found["_esm"] == page.state["_esm"] and found["picture"] == b"\x01\x02\xff"


def test_a_page_that_is_loaded_anew_may_ask_for_all_widgets_at_once(client):
    page = shown(client, COUNTER)
    page.move(count=9)
    control = client.session.msg("comm_open", {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}})
    client.shell_channel.send(control)
    asked = client.session.msg("comm_msg", {"comm_id": "control", "data": {"method": "request_states"}})
    client.shell_channel.send(asked)
    answer, = [m for m in published(client, asked["header"]["msg_id"]) if m["msg_type"] == "comm_msg"]
    data = answer["content"]["data"]
    assert data["method"] == "update_states"
    found = data["states"][page.id]
    assert (found["model_module"], found["model_name"], found["state"]["count"]) == ("anywidget", "AnyModel", 9)
    place = data["buffer_paths"].index([page.id, "state", "frames", 1])
    assert bytes(answer["buffers"][place]) == b"\x08\x09"


@pytest.mark.parametrize("sent, said", [
    ({"count": "many"}, "For count of the widget Counter “many” was sent; allowed is a whole number."),
    ({"count": 1.5}, "1.5 was sent; allowed is a whole number."),
    ({"count": None}, "null was sent; allowed is a whole number."),
    ({"boxes": [{"name": "dog", "width": "wide"}]}, "was sent; allowed is a list, each a box."),
    ({"count": 2, "boxes": 3}, "For boxes of the widget Counter 3 was sent; allowed is a list, each a box."),
])
def test_a_value_of_another_type_is_refused_in_words_and_the_page_gets_the_one_that_stands(client, sent, said):
    page = shown(client, COUNTER)
    messages = page.move(**sent)
    assert said in error(messages)["evalue"]
    refused = "boxes" if "boxes" in sent else "count"
    assert page.updates(messages) == [{refused: page.state[refused]}]
    assert value(client, "counter.count.get()") == str(sent["count"] if sent.get("count") == 2 else 0)


def test_nonsense_of_the_page_does_no_harm(client):
    page = shown(client, COUNTER)
    for data in ({}, {"method": "update"}, {"method": "update", "state": 3}, {"method": "dance"}, {"method": 1},
                 {"method": "update", "state": {"unknown": 1}, "buffer_paths": 5}):
        messages = page.until_idle(page.send(data))
        assert not [m for m in messages if m["msg_type"] in ("error", "stream")]
    data = {"method": "update", "state": {"count": 1}, "buffer_paths": [["frames", 8, "x"]]}
    messages = page.until_idle(page.send(data, [b"\x01"]))
    assert "The page sent bytes for [frames, 8, x], where nothing is." in error(messages)["evalue"]
    assert value(client, "counter.count.get()") == "0"


def test_an_error_of_a_listener_names_cell_and_line_and_the_others_still_hear(client):
    page = shown(client, """var knob = slider(0, 10);
knob.onChange(n -> {
    if (n > 5) {
        throw new IllegalStateException("too hot: " + n);
    }
});
knob.onChange(n -> System.out.println("heard " + n));
knob""")
    assert run(client, "1 + 1")[1]["status"] == "ok"
    messages = page.move(value=6)
    failed = error(messages)
    assert failed["ename"] == "java.lang.IllegalStateException" and failed["evalue"] == "too hot: 6"
    assert any("line 4" in line and "too hot" in line for line in failed["traceback"])
    assert printed(messages) == "heard 6\n"
    told = next(m for m in messages if m["msg_type"] == "error")
    assert told["parent_header"]["msg_id"] == page.opened["parent_header"]["msg_id"]
    assert printed(page.move(value=2)) == "heard 2\n"


def test_a_listener_that_does_not_end_is_interrupted_like_a_cell(client):
    page = shown(client, 'var spin = button("spin", () -> { System.out.println("on"); while (true) { } }); spin')
    asked = page.send({"method": "custom", "content": {"clicked": True}})
    while True:
        message = client.get_iopub_msg(timeout=20)
        if message["msg_type"] == "stream":
            break
    assert ask(client, "interrupt_request", {}, channel="control")["content"]["status"] == "ok"
    assert error(page.until_idle(asked))["ename"].endswith("CellStopped")
    assert value(client, "6 * 7") == "42"


def test_listeners_wait_until_the_cell_is_over(client):
    page = shown(client, "int n = 0; var waits = slider(0, 10).onChange(v -> n = v); waits")
    message = client.execute('System.out.println("ready"); Thread.sleep(700); System.out.println(n + " " + waits.value());')
    while client.get_iopub_msg(timeout=20)["msg_type"] != "stream":
        pass
    asked = page.send({"method": "update", "state": {"value": 4}, "buffer_paths": []})
    messages = page.until_idle(asked)
    assert printed(messages) == "0 0\n"
    assert replies(client, [message])[0]["status"] == "ok"
    assert value(client, "n") == "4"


def test_a_cell_that_asks_for_it_hears_the_page_while_it_runs(client):
    page = shown(client, 'int heard = 0; var stop = button("stop", () -> heard++); stop')
    message = client.execute("""System.out.println("ready");
int handled = 0;
while (heard == 0) { handled += handleEvents(); Thread.sleep(5); }
System.out.println("stopped after " + handled);""")
    while client.get_iopub_msg(timeout=20)["msg_type"] != "stream":
        pass
    page.send({"method": "custom", "content": {"clicked": True}})
    messages = page.until_idle(message)
    assert printed(messages) == "stopped after 1\n"
    states = [m["content"]["execution_state"] for m in messages if m["msg_type"] == "status"]
    assert states[-3:] == ["idle", "busy", "idle"], "the kernel is busy as long as the cell runs"
    assert replies(client, [message])[0]["status"] == "ok"


def test_events_are_handled_by_the_thread_of_the_cell_alone(client):
    outputs, reply = run(client, "var other = CompletableFuture.supplyAsync(() -> handleEvents()); other.join()")
    assert reply["status"] == "error" and "belongs to the cell itself" in "".join(reply["traceback"])
    assert value(client, "handleEvents()") == "0"


@pytest.mark.parametrize("code, said", [
    ("slider(5, 5)", "the least is below the most"),
    ("slider(0.0, 1.0, 0.0)", "a step is above 0"),
    ("slider(0, 10).set(11)", "For value of the widget Slider 11 was given; allowed is 0 to 10 in steps of 1."),
    ('choice("a", "b").set("c")', "c is none of the options: a, b."),
    ("choice(List.of())", "A choice has at least one option"),
    ('new Widget("") { { property("_x", 1); } }', "“_x” cannot name a property"),
    ('new Widget("") { { property("x", List.of(1)); } }', 'list("names", String.class'),
])
def test_what_cannot_be_is_said_in_words(client, code, said):
    run(client, "import io.github.alprolab.kernel.api.widget.*;")
    _, reply = run(client, code + ";")
    assert reply["status"] == "error" and said in "".join(reply["traceback"])


def test_the_usual_controls_hold_their_values(client):
    page = shown(client, 'var share = slider(0.0, 1.0, 0.25).label("share"); share.set(0.5); share')
    assert (page.state["value"], page.state["least"], page.state["most"], page.state["step"]) == (0.5, 0, 1, 0.25)
    assert page.shown["text/plain"] == "share: 0.5 (0.0 to 1.0 in steps of 0.25)"
    page.move(value=1)
    assert value(client, "share.value()") == "1.0"
    assert "0.3 was given; allowed is 0.0 to 1.0 in steps of 0.25" in error(page.move(value=0.3))["evalue"]
    page = shown(client, "var when = choice(DayOfWeek.values()); when")
    assert page.state["options"][:2] == ["MONDAY", "TUESDAY"]
    page.move(index=2)
    assert value(client, "when.value().plus(1)") == "THURSDAY"
    assert "allowed is a place of 0 to 6" in error(page.move(index=7))["evalue"]
    page = shown(client, "var words = textBox(); words")
    page.move(value="ein Hund 🐕 läuft")
    assert value(client, "words.value()") == "ein Hund 🐕 läuft"


def test_a_closed_widget_is_taken_off_the_page(client):
    page = shown(client, "var gone = textBox(); gone")
    outputs, _ = run(client, "gone.close(); gone.close(); gone.set(\"still there\");")
    assert [o["content"]["comm_id"] for o in outputs if o["msg_type"] == "comm_close"] == [page.id]
    assert shown(client, "gone").state["value"] == "still there"


def test_a_page_that_closes_its_comm_is_forgotten(client):
    page = shown(client, "var left = textBox(); left")
    message = client.session.msg("comm_close", {"comm_id": page.id, "data": {}})
    client.shell_channel.send(message)
    page.until_idle(message["header"]["msg_id"])
    info = ask(client, "comm_info_request", {})["content"]["comms"]
    assert page.id not in info
    assert shown(client, "left").id != page.id


FILM = """import io.github.alprolab.kernel.api.widget.*;
List<java.awt.image.BufferedImage> film = IntStream.range(0, 8).mapToObj(i -> {
    var frame = new java.awt.image.BufferedImage(96, 64, java.awt.image.BufferedImage.TYPE_INT_ARGB);
    var pen = frame.createGraphics();
    pen.setColor(java.awt.Color.RED);
    pen.fillOval(10 * i, 20, 20, 20);
    return frame;
}).toList();
var boxes = IntStream.range(0, 8).mapToObj(i -> new FrameBox(i, "ball", 10 * i / 96.0, 20 / 64.0, 20 / 96.0, 20 / 64.0)).toList();
"""


def test_a_player_sends_its_frames_as_jpeg_with_boxes_and_hears_the_scrubber(client):
    page = shown(client, FILM + 'var player = player(film, 4).boxes(boxes).caption("<b>a ball</b>"); player')
    assert len(page.state["frames"]) == 8 and all(f[:3] == b"\xff\xd8\xff" for f in page.state["frames"])
    assert (page.state["frame"], page.state["framesPerSecond"], page.state["width"]) == (0, 4, 96)
    assert page.state["boxes"][1] == {"frame": 1, "label": "ball", "left": 10 / 96, "top": 0.3125,
                                      "width": 20 / 96, "height": 0.3125}
    assert page.shown["text/plain"] == "8 frames, 4.0 a second: <b>a ball</b>"
    assert base64.b64decode(page.shown["image/png"])[:4] == b"\x89PNG" and "text/html" not in page.shown
    run(client, "player.onFrame(i -> System.out.println(\"frame \" + i));")
    assert printed(page.move(frame=5)) == "frame 5\n"
    assert value(client, "player.frame()") == "5"
    assert "8 was given; allowed is 0 to 7" in error(page.move(frame=8))["evalue"]


def test_a_live_chart_grows_while_the_cell_runs_and_ends_as_its_last_state(client):
    outputs, reply = run(client, """var chart = liveChart("loss <of> training");
display(chart);
for (int i = 1; i <= 2000; i++) { chart.add("train", i, 10.0 / i); if (i == 1000) Thread.sleep(200); }
chart.add("validation", 1000, Double.NaN).add("validation", 2000, 0.25);""")
    assert reply["status"] == "ok", reply
    page = Page(client, outputs)
    assert "&lt;of&gt;" in page.state["drawing"] and "<of>" not in page.state["drawing"]
    drawn = [u["drawing"] for u in page.updates(outputs) if "drawing" in u]
    assert 1 <= len(drawn) < 100
    last = next(o for o in outputs if o["msg_type"] == "update_display_data")["content"]["data"]
    assert last[VIEW] == page.shown[VIEW]
    assert "train 0.005" in last["image/svg+xml"] and "validation 0.25" in last["image/svg+xml"]
    assert last["text/plain"] == "loss <of> training: train 0.005, validation 0.25"
    xml.etree.ElementTree.fromstring(last["image/svg+xml"])


@pytest.mark.parametrize("code, said", [
    ("player(List.of(), 8)", "A player has at least one frame"),
    ("player(film, 0)", "shows more than 0 a second"),
    ("player(film, 8).set(8)", "8 was given; allowed is 0 to 7"),
    ('player(film, 8).boxes(List.of(new FrameBox(9, "x", 0, 0, 1, 1)))', "allowed is boxes of frames 0 to 7"),
])
def test_what_no_player_shows_is_said_in_words(client, code, said):
    run(client, FILM)
    _, reply = run(client, code + ";")
    assert reply["status"] == "error" and said in "".join(reply["traceback"])


def test_a_script_shows_widgets_as_their_words(client, tmp_path):
    """Without Jupyter there is no page; the same code runs."""
    script = tmp_path / "widgets.jsh"
    script.write_text('var knob = slider(1, 9).label("knob"); knob.set(4); display(knob); System.out.println(handleEvents());')
    argv = KernelSpecManager().get_kernel_spec(NAME).argv
    java = [argv[0], "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED", "-cp", argv[argv.index("-cp") + 1]]
    done = subprocess.run([*java, "io.github.alprolab.kernel.Script", script], capture_output=True, text=True, check=True)
    assert done.stdout == "knob: 4 (1 to 9 in steps of 1)\n0\n"


def test_an_executed_notebook_keeps_the_widgets_and_what_stands_beside_them():
    cells = [FILM + 'player(film, 4).boxes(boxes).caption("<script>alert(1)</script>")',
             'var knob = slider(1, 9).label("<script>alert(2)</script>"); knob.set(4); knob']
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nbclient.NotebookClient(book, kernel_name=NAME, timeout=60).execute()
    nbformat.validate(book)
    models = book.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]
    shown = [o["data"][VIEW]["model_id"] for c in book.cells for o in c.outputs]
    player, slider = (models[model] for model in shown)
    assert player["model_module"] == "anywidget" and len(player["buffers"]) == 8
    assert slider["state"]["value"] == 4
    live, _ = nbconvert.HTMLExporter().from_notebook_node(book)
    assert all(model in live for model in shown)
    del book.metadata["widgets"]  # as where nobody stores them, and as GitHub shows it
    still, _ = nbconvert.HTMLExporter().from_notebook_node(book)
    assert "data:image/png;base64," in still and "<b>4</b> (1 to 9 in steps of 1)" in still
    assert "alert(2)&lt;/script&gt;" in still and "<script>alert" not in still
