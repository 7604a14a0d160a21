"""The kernel as a process, spoken to by Jupyter's own client."""
import os
import queue
import time
import unittest

import jupyter_kernel_test
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

NAME = os.environ.get("ALPROLAB_KERNEL", "alpro")

if NAME not in KernelSpecManager().find_kernel_specs():
    pytest.skip(f"the kernelspec {NAME} is not installed; ./lab test installs it", allow_module_level=True)


class ConformanceTest(jupyter_kernel_test.KernelTests):
    """Jupyter's own test of kernels."""

    kernel_name = NAME
    language_name = "java"
    file_extension = ".jsh"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": "Math.sq", "matches": {"sqrt("}}]
    complete_code_samples = ["int a = 1;", "1 + 1", "int twice(int x) { return 2 * x; }"]
    incomplete_code_samples = ["int twice(int x) {", "List.of("]
    invalid_code_samples = ["int 5x = ;"]
    code_generate_error = 'throw new IllegalStateException("no");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}]
    code_display_data = [{"code": 'display("shown");', "mime": "text/plain"}]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail",)
    code_inspect_sample = "Math.max"


@pytest.fixture(scope="module")
def client():
    manager, client = start_new_kernel(kernel_name=NAME)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client, code, timeout=60, **options):
    """Outputs of a cell, and its reply."""
    outputs = []
    reply = client.execute_interactive(code, timeout=timeout, output_hook=outputs.append, **options)
    return outputs, reply["content"]


def printed(outputs, name="stdout"):
    return "".join(o["content"]["text"] for o in outputs
                   if o["msg_type"] == "stream" and o["content"]["name"] == name)


def result(outputs):
    return [o["content"]["data"]["text/plain"] for o in outputs if o["msg_type"] == "execute_result"]


def error(outputs):
    return next(o["content"] for o in outputs if o["msg_type"] == "error")


def test_values_variables_methods_and_types_live_on(client):
    run(client, "var xs = List.of(1, 2, 3);\nint sum(List<Integer> v) { return v.stream().mapToInt(i -> i).sum(); }")
    run(client, "record Point(int x, int y) {}")
    assert result(run(client, "sum(xs)")[0]) == ["6"]
    assert result(run(client, "new Point(1, 2)")[0]) == ["Point[x=1, y=2]"]


def test_a_hundred_thousand_lines_arrive_in_order_in_few_messages(client):
    outputs, _ = run(client, 'for (int i = 0; i < 100_000; i++) System.out.println("line " + i);')
    assert printed(outputs).splitlines() == [f"line {i}" for i in range(100_000)]
    assert sum(o["msg_type"] == "stream" for o in outputs) < 200


def test_output_error_stream_and_value_keep_their_order(client):
    outputs, _ = run(client, 'System.out.print("a"); System.err.print("b"); display("c"); System.out.print("d"); 5')
    kinds = [(o["msg_type"], o["content"].get("text") or o["content"]["data"]["text/plain"])
             for o in outputs if o["msg_type"] in ("stream", "display_data", "execute_result")]
    assert kinds == [("stream", "a"), ("stream", "b"), ("display_data", "c"), ("stream", "d"), ("execute_result", "5")]


def test_a_display_is_replaced_under_its_id(client):
    outputs, _ = run(client, 'var id = display("one"); updateDisplay(id, "two");')
    shown = [o for o in outputs if "display" in o["msg_type"]]
    assert [o["msg_type"] for o in shown] == ["display_data", "update_display_data"]
    assert len({o["content"]["transient"]["display_id"] for o in shown}) == 1


def test_a_picture_is_shown_as_png(client):
    outputs, _ = run(client, "new java.awt.image.BufferedImage(4, 3, 1)")
    data = next(o for o in outputs if o["msg_type"] == "execute_result")["content"]["data"]
    assert data["image/png"].startswith("iVBOR") and "4 × 3" in data["text/plain"]


def test_a_runtime_error_names_cell_line_and_causes(client):
    outputs, reply = run(client, 'int n = 0;\nthrow new IllegalStateException("outer",\n    new java.io.IOException("inner"));')
    assert reply["ename"] == "java.lang.IllegalStateException" and reply["evalue"] == "outer"
    text = "\n".join(error(outputs)["traceback"])
    assert "line 2" in text and "--> 2" in text and "java.io.IOException" in text and "inner" in text


def test_a_compile_error_points_at_its_line(client):
    outputs, reply = run(client, "int good = 1;\nint bad = missing + 1;")
    text = "\n".join(error(outputs)["traceback"])
    assert reply["ename"] == "CompileError" and "line 2" in text and "^" in text and "missing" in text


@pytest.mark.parametrize("code, name", [
    ("int down(int n) { return down(n + 1) + 1; }\ndown(0)", "java.lang.StackOverflowError"),
    ("var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 27]);", "java.lang.OutOfMemoryError"),
    ("System.exit(3);", "io.github.alprolab.kernel.session.CellExit"),
])
def test_the_kernel_outlives_errors(client, code, name):
    assert run(client, code)[1]["ename"] == name
    run(client, "all = null;")
    assert result(run(client, "1 + 1")[0]) == ["2"]


@pytest.mark.parametrize("code", ["Thread.sleep(60_000);", "while (true) { }", "for (int i = 0; ; i++) { i--; }"])
def test_an_interrupt_stops_a_cell_at_once_and_the_next_one_runs(client, code):
    message = client.execute(code)
    time.sleep(1)
    began = time.monotonic()
    client.control_channel.send(client.session.msg("interrupt_request"))
    while True:
        reply = client.get_shell_msg(timeout=20)
        if reply["parent_header"]["msg_id"] == message:
            break
    assert time.monotonic() - began < 5 and reply["content"]["status"] == "error"
    assert result(run(client, "1 + 1")[0]) == ["2"]


def test_cells_behind_an_error_are_aborted(client):
    ids = [client.execute(code) for code in ("int z = 1 / 0;", "1 + 1", "2 + 2")]
    states = {}
    while len(states) < 3:
        reply = client.get_shell_msg(timeout=20)
        states[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
    assert [states[i] for i in ids] == ["error", "aborted", "aborted"]


def test_input_is_asked_for_and_refused_in_words_where_nobody_answers(client):
    outputs, _ = run(client, "new Scanner(System.in).nextLine()", allow_stdin=True,
                     stdin_hook=lambda m: client.input("typed"))
    assert result(outputs) == ["typed"]
    _, reply = run(client, "System.in.read()", allow_stdin=False)
    assert "does not take input" in reply["evalue"]


def test_a_cursor_counts_code_points(client):
    code = 'String q = "\U0001F600"; q.sub'
    client.complete(code, len(code))
    reply = client.get_shell_msg(timeout=20)["content"]
    assert "substring(" in reply["matches"] and reply["cursor_start"] == len(code) - 3


def test_silent_cells_leave_no_trace(client):
    before = run(client, "0")[1]["execution_count"]
    outputs, _ = run(client, "40 + 2", silent=True)
    assert not result(outputs)
    assert run(client, "0")[1]["execution_count"] == before + 1


def test_a_badly_signed_message_changes_nothing(client):
    session = client.session
    parts = session.serialize(session.msg("kernel_info_request"))
    parts[parts.index(b"<IDS|MSG>") + 1] = b"0" * 64
    client.shell_channel.socket.send_multipart(parts)
    with pytest.raises(queue.Empty):
        client.get_shell_msg(timeout=0.5)
    assert result(run(client, "1 + 1")[0]) == ["2"]


def test_an_edited_variable_frees_its_old_value(client):
    used = "var r = Runtime.getRuntime(); System.gc(); (r.totalMemory() - r.freeMemory()) / 1_000_000"
    base = int(result(run(client, used)[0])[0])
    for i in range(12):
        run(client, f"var big = new byte[50_000_000 + {i}];")
    assert int(result(run(client, used)[0])[0]) < base + 120


if __name__ == "__main__":
    unittest.main()
