"""The kernel as a process, spoken to by Jupyter's own client."""
from cells import error, printed, replies, result, run


def test_values_variables_methods_and_types_live_on(client):
    run(client, "var xs = List.of(1, 2, 3);\nint sum(List<Integer> v) { return v.stream().mapToInt(i -> i).sum(); }")
    run(client, "record Point(int x, int y) {}")
    assert result(run(client, "sum(xs)")[0]) == ["6"]
    assert result(run(client, "new Point(1, 2)")[0]) == ["Point[x=1, y=2]"]


def test_a_record_may_check_its_parts_in_a_compact_constructor(client):
    run(client, """record Share(double of) {
    Share {
        if (of < 0) throw new IllegalArgumentException("negative");
    }
}""")
    assert result(run(client, "new Share(0.5)")[0]) == ["Share[of=0.5]"]
    assert run(client, "new Share(-1)")[1]["evalue"] == "negative"


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


def test_cells_behind_an_error_are_aborted(client):
    ids = [client.execute(code) for code in ("int z = 1 / 0;", "1 + 1", "2 + 2")]
    assert [r["status"] for r in replies(client, ids)] == ["error", "aborted", "aborted"]


def test_input_is_asked_for_and_refused_in_words_where_nobody_answers(client):
    outputs, _ = run(client, "new Scanner(System.in).nextLine()", allow_stdin=True,
                     stdin_hook=lambda m: client.input("typed"))
    assert result(outputs) == ["typed"]
    for code in ("System.in.read()", "new Scanner(System.in).nextLine()", 'input("name? ")'):
        _, reply = run(client, code, allow_stdin=False)
        assert "does not take input" in reply["evalue"], code


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
