"""The debugger, by the messages that JupyterLab sends."""
import subprocess
import time

import pytest
from cells import NAME, ask, value
from debugging import Debugging, Refused
from jupyter_client.manager import start_new_kernel

LOOP = """record Clip(String caption, int[] frames) {}
int total = 0;
for (int i = 0; i < 3; i++) {
    var clip = new Clip("clip " + i, new int[] {i, 10 * i});
    total += clip.frames()[1];
    System.out.println(clip.caption());
}
total"""


@pytest.fixture
def debugging(client):
    found = Debugging(client)
    found.start()
    yield found
    found.request("disconnect", restart=False, terminateDebuggee=False)


def lines(frames):
    return [(f["name"], f["line"]) for f in frames]


def test_the_kernel_says_that_it_can_be_debugged(client):
    info = ask(client, "kernel_info_request", {}, "control")["content"]
    assert info["debugger"] is True and "debugger" in info["supported_features"]


def test_a_breakpoint_in_a_loop_shows_records_and_arrays_and_a_change_counts(client, debugging):
    path = debugging.breakpoints(LOOP, 5)
    cell = debugging.run(LOOP)
    frames = debugging.stopped()
    assert frames[0]["line"] == 5 and frames[0]["source"]["path"] == path
    assert frames[0]["name"].startswith("cell ") and len(frames) == 1
    local = debugging.scope(frames[0])
    assert local["i"]["value"] == "0" and local["clip"]["variablesReference"] > 0
    parts = debugging.below(local["clip"])
    assert parts["caption"]["value"] == '"clip 0"' and parts["frames"]["value"] == "[0, 0]"
    assert [v["value"] for v in debugging.below(parts["frames"]).values()] == ["0", "0"]
    debugging.go_on()
    frames = debugging.stopped()
    assert debugging.evaluate("clip.frames()[1] + i", frames[0]) == "11"
    debugging.evaluate("clip.frames()[1] = 500", frames[0])
    debugging.evaluate("i = 2", frames[0])
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
    assert "clip 0\nclip 1\n" in debugging.printed()
    assert value(client, "total") == "500"


def test_steps_go_over_into_and_out_of_methods_of_earlier_cells_and_from_statement_to_statement(client, debugging):
    method = "int twice(int n) {\n    int doubled = n * 2;\n    return doubled;\n}"
    assert debugging.ended(debugging.run(method))["status"] == "ok"
    code = "int a = 1;\nint b = twice(a) + 3;\nSystem.out.println(b);"
    debugging.breakpoints(code, 1)
    cell = debugging.run(code)
    assert debugging.stopped()[0]["line"] == 1
    assert debugging.step()[0]["line"] == 2
    inside = debugging.step("stepIn")
    assert [name for name, _ in lines(inside)] == ["twice", inside[1]["name"]] and lines(inside)[0] == ("twice", 2)
    assert inside[0]["source"]["path"] == debugging.request("dumpCell", code=method)["sourcePath"]
    assert debugging.scope(inside[0])["n"]["value"] == "1"
    assert debugging.scope(inside[1], "Globals")["a"]["value"] == "1"
    assert debugging.step("stepOut")[0]["line"] == 3
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
    assert debugging.printed().endswith("5\n")


def test_a_step_beyond_the_cell_ends_it_and_the_next_cell_runs(client, debugging):
    code = "int last = 7;"
    debugging.breakpoints(code, 1)
    cell = debugging.run(code)
    debugging.stopped()
    debugging.request("next", threadId=debugging.thread)
    assert debugging.ended(cell)["status"] == "ok"
    assert value(client, "last") == "7"


def test_a_breakpoint_stops_in_a_lambda_and_callers_show_their_variables(client, debugging):
    code = """int sum(List<Integer> all, String word) {
    long big = 1L << 40;
    double half = 0.5;
    return all.stream().mapToInt(one -> {
        int more = one + word.length();
        return more;
    }).sum() + (int) (big * 0 + half * 0);
}
sum(List.of(1, 2), "ab")"""
    debugging.breakpoints(code, 6)
    cell = debugging.run(code)
    frames = debugging.stopped()
    assert [name for name, _ in lines(frames)][:2] == ["lambda in sum", "sum"] and lines(frames)[1][1] == 7
    assert debugging.scope(frames[0])["more"]["value"] == "3"
    outer = debugging.scope(frames[1])
    assert {name: outer[name]["value"] for name in ("all", "word", "big", "half")} == {
        "all": "[1, 2]", "word": '"ab"', "big": str(1 << 40), "half": "0.5"}
    with pytest.raises(Refused, match="innermost frame"):
        debugging.evaluate('word = "abc"', frames[1])
    assert debugging.evaluate("word + all.get(1)", frames[1]) == '"ab2"'
    debugging.go_on()
    debugging.stopped()
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"


def test_lines_are_those_of_the_cell_below_a_magic(client, debugging):
    code = "%%time\n\nint timed = 0;\n// a line without code\ntimed++;"
    path = debugging.breakpoints(code, 4)
    cell = debugging.run(code)
    frames = debugging.stopped()
    assert frames[0]["line"] == 5 and frames[0]["source"]["path"] == path
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"


def test_a_cell_that_is_run_again_stops_again_also_with_new_code(client, debugging):
    for code in ("int again = 1;\nagain++;", "int again = 1;\nagain++;", "int again = 10;\nagain += 2;"):
        debugging.breakpoints(code, 2)
        cell = debugging.run(code)
        assert debugging.stopped()[0]["line"] == 2
        debugging.go_on()
        assert debugging.ended(cell)["status"] == "ok"
    assert value(client, "again") == "12"
    debugging.set(debugging.request("dumpCell", code="again++;")["sourcePath"])


def test_an_object_shows_its_fields_and_code_may_name_them(client, debugging):
    code = """class Account {
    private int balance = 5;
    List<String> notes = new ArrayList<>(List.of("open"));
    synchronized int deposit(int amount) {
        balance += amount;
        return balance;
    }
}
var account = new Account();
account.deposit(3);"""
    debugging.breakpoints(code, 6)
    cell = debugging.run(code)
    frames = debugging.stopped()
    assert frames[0]["name"] == "Account.deposit"
    parts = debugging.below(debugging.scope(frames[0])["this"])
    assert parts["balance"]["value"] == "8" and debugging.below(parts["notes"])["[0]"]["value"] == '"open"'
    assert debugging.evaluate("balance + amount + notes.get(0).length() + this.notes.size()", frames[0]) == "16"
    debugging.evaluate("balance = 100", frames[0])
    notes = debugging.request("setVariable", variablesReference=parts["notes"]["variablesReference"], name="[0]",
                              value='"closed"')
    assert notes["value"] == '"closed"'
    debugging.breakpoints(code)
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
    assert value(client, "account.deposit(0)") == "100" and value(client, "account.notes") == "[closed]"


def test_a_variable_of_the_frame_is_changed_with_its_type_or_refused_in_words(client, debugging):
    code = "for (double x = 1; x < 2; x++) {\n    System.out.println(x);\n}"
    debugging.breakpoints(code, 2)
    cell = debugging.run(code)
    frame = debugging.stopped()[0]
    scope = debugging.request("scopes", frameId=frame["id"])["scopes"][0]["variablesReference"]
    debugging.request("setVariable", variablesReference=scope, name="x", value="1.5 + 0")
    with pytest.raises(Refused, match="incompatible types"):
        debugging.request("setVariable", variablesReference=scope, name="x", value='"text"')
    with pytest.raises(Refused, match="nowhere"):
        debugging.evaluate("nowhere + 1", frame)
    with pytest.raises(Refused, match="ArithmeticException"):
        debugging.evaluate("1 / (int) (x - x)", frame)
    debugging.evaluate('System.out.println("from the frame")', frame)
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
    assert debugging.printed().endswith("from the frame\n1.5\n")


def test_a_rich_variable_is_shown_as_a_cell_shows_it(client, debugging):
    code = "record Point(int x, int y) {}\nfor (var points : List.of(List.of(new Point(1, 2), new Point(3, 4)))) {\n    points.size();\n}"
    debugging.breakpoints(code, 3)
    cell = debugging.run(code)
    frame = debugging.stopped()[0]
    shown = debugging.request("richInspectVariables", variableName="points", frameId=frame["id"])
    assert "<table" in shown["data"]["text/html"] and "Point[x=1, y=2]" in shown["data"]["text/plain"]
    debugging.request("copyToGlobals", srcVariableName="points", dstVariableName="kept", srcFrameId=frame["id"])
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
    assert value(client, "kept.get(1).y()") == "4"
    assert "kept" in {v["name"] for v in debugging.request("inspectVariables")["variables"]}
    shown = debugging.request("richInspectVariables", variableName="kept")
    assert "<table" in shown["data"]["text/html"]


def test_an_interrupt_ends_a_stopped_cell_and_no_breakpoint_holds_it_up(client, debugging):
    code = "int turns = 0;\nwhile (true) {\n    turns++;\n}"
    debugging.breakpoints(code, 3)
    cell = debugging.run(code)
    debugging.stopped()
    assert ask(client, "interrupt_request", {}, "control")["content"]["status"] == "ok"
    seen = len(debugging.seen)
    assert debugging.ended(cell)["status"] == "error"
    assert "stopped" not in [m["content"].get("event") for m in debugging.seen[seen:]]
    debugging.breakpoints(code)
    assert value(client, "turns > 0") == "true"


def test_a_pause_stops_a_loop_and_without_a_debugger_it_goes_on(client, debugging):
    cell = debugging.run("boolean go = true;\nlong count = 0;\nwhile (go) {\n    count++;\n}")
    debugging.message(lambda m: m["msg_type"] == "execute_input")
    time.sleep(1)
    debugging.request("pause", threadId=1)
    frame = debugging.stopped()[0]
    assert frame["line"] in (3, 4)
    debugging.evaluate("go = false", frame)
    debugging.request("disconnect")
    assert debugging.ended(cell)["status"] == "ok"
    assert debugging.request("debugInfo")["isStarted"] is False
    debugging.start()


def test_a_worker_thread_stops_alone_and_its_cell_goes_on(client, debugging):
    code = """var worker = new Thread(() -> {
    int inside = 42;
    System.out.println("worker " + inside);
});
worker.start();
System.out.println("cell");
while (worker.isAlive()) { }"""
    debugging.breakpoints(code, 3)
    cell = debugging.run(code)
    frames = debugging.stopped()
    assert debugging.scope(frames[0])["inside"]["value"] == "42"
    with pytest.raises(Refused, match="While a cell runs"):
        debugging.evaluate("inside", frames[0])
    threads = debugging.request("threads")["threads"]
    assert debugging.thread in [t["id"] for t in threads] and "cells" in [t["name"] for t in threads]
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
    assert "cell\n" in debugging.printed() and "worker 42\n" in debugging.printed()


def test_two_clients_see_one_debugger(client, debugging):
    code = "int shared = 1;\nshared++;"
    path = debugging.breakpoints(code, 2)
    again = Debugging(client)
    again.request("initialize")
    info = again.request("debugInfo")
    assert info["isStarted"] and info["hashMethod"] == "Murmur2"
    assert {"source": path, "lines": [2]} in [
        {"source": b["source"], "lines": [one["line"] for one in b["breakpoints"]]} for b in info["breakpoints"]]
    assert path.startswith(info["tmpFilePrefix"]) and path.endswith(info["tmpFileSuffix"])
    cell = debugging.run(code)
    debugging.stopped()
    assert again.request("debugInfo")["stoppedThreads"] == [debugging.thread]
    again.request("continue", threadId=debugging.thread)
    assert debugging.ended(cell)["status"] == "ok"
    assert debugging.request("source", source={"path": path})["content"] == code


def test_requests_that_cannot_be_answered_say_why(client, debugging):
    with pytest.raises(Refused, match="does not know"):
        debugging.request("restartFrame")
    with pytest.raises(Refused, match="not stopped"):
        debugging.request("stackTrace", threadId=12345)
    with pytest.raises(Refused, match="not known"):
        debugging.request("source", source={"path": "/etc/passwd"})
    debugging.request("disconnect")
    with pytest.raises(Refused, match="not started"):
        debugging.request("setBreakpoints", source={"path": "x"}, breakpoints=[])
    debugging.start()


def test_a_kernel_restarts_while_it_is_stopped():
    manager, client = start_new_kernel(kernel_name=NAME)
    try:
        debugging = Debugging(client)
        debugging.start()
        code = "int stuck = 1;\nstuck++;"
        debugging.breakpoints(code, 2)
        debugging.run(code)
        debugging.stopped()
        manager.restart_kernel(now=False)
        client.wait_for_ready(timeout=60)
        assert value(client, "1 + 1") == "2"
        assert Debugging(client).request("debugInfo")["isStarted"] is False
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_an_uncaught_exception_stops_where_it_was_thrown_and_a_caught_one_does_not(client, debugging):
    code = """int parse(String text) {
    int before = 7;
    return Integer.parseInt(text) + before;
}
int caught = 0;
try {
    parse("none");
} catch (NumberFormatException e) {
    caught = 1;
}
parse("x" + caught);"""
    filters = debugging.request("initialize")["exceptionBreakpointFilters"]
    assert [f["filter"] for f in filters] == ["raised", "uncaught"]
    debugging.request("setExceptionBreakpoints", filters=["uncaught"])
    cell = debugging.run(code)
    body = debugging.event("stopped")
    assert body["reason"] == "exception" and "NumberFormatException" in body["text"]
    debugging.thread = body["threadId"]
    frames = debugging.frames()
    assert lines(frames)[0] == ("parse", 3) and frames[1]["line"] == 11
    local = debugging.scope(frames[0])
    assert local["text"]["value"] == '"x1"' and local["before"]["value"] == "7"
    assert debugging.evaluate("text.length() + before", frames[0]) == "9"
    debugging.go_on()
    assert debugging.ended(cell)["ename"] == "java.lang.NumberFormatException"
    debugging.request("setExceptionBreakpoints", filters=["raised"])
    cell = debugging.run('try { parse("y"); } catch (NumberFormatException e) { }')
    assert lines(debugging.stopped())[0] == ("parse", 3)
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
    debugging.request("setExceptionBreakpoints", filters=[])


LIBRARY = """package shelf;
public class Greeter {
    private final String word;
    public Greeter(String word) {
        this.word = word;
    }
    public String greet(String name) {
        String whole = word + " " + name;
        return whole;
    }
}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A jar with a jar of its sources beside it."""
    folder = tmp_path_factory.mktemp("shelf")
    source = folder / "shelf" / "Greeter.java"
    source.parent.mkdir()
    source.write_text(LIBRARY)
    subprocess.run(["javac", "--release", "17", "-g", "-d", str(folder / "out"), str(source)], check=True)
    subprocess.run(["jar", "cf", str(folder / "shelf.jar"), "-C", str(folder / "out"), "shelf"], check=True)
    subprocess.run(["jar", "cf", str(folder / "shelf-sources.jar"), "-C", str(folder), "shelf/Greeter.java"], check=True)
    return folder / "shelf.jar"


def test_a_step_leads_into_a_library_and_its_source_is_shown(client, debugging, library):
    assert debugging.ended(debugging.run(f'%jars {library}\nvar greeter = new shelf.Greeter("hello");'))["status"] == "ok"
    code = 'String greeting = greeter.greet("you");\ngreeting.length();'
    debugging.breakpoints(code, 1)
    cell = debugging.run(code)
    debugging.stopped()
    frames = debugging.step("stepIn")
    assert lines(frames)[0] == ("Greeter.greet", 8)
    assert debugging.scope(frames[0])["name"]["value"] == '"you"'
    assert debugging.evaluate("name.length() + word.length()", frames[0]) == "8"
    assert debugging.request("source", source=frames[0]["source"])["content"] == LIBRARY
    assert debugging.step("stepOut")[0]["line"] == 2
    debugging.go_on()
    assert debugging.ended(cell)["status"] == "ok"
