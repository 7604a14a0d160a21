"""Requests of every kind, and messages that are none."""
import queue
import re

import pytest
from cells import ask, published, replies, run, value


def test_every_reply_has_a_status(client):
    requests = [("kernel_info_request", {}), ("execute_request", {"code": "1"}),
                ("complete_request", {"code": "Mat", "cursor_pos": 3}),
                ("inspect_request", {"code": "Math", "cursor_pos": 4}),
                ("history_request", {"hist_access_type": "tail", "n": 1}), ("comm_info_request", {})]
    for kind, content in requests:
        assert ask(client, kind, content)["content"]["status"] == "ok", kind
    for kind in ("kernel_info_request", "interrupt_request"):
        assert ask(client, kind, {}, channel="control")["content"]["status"] == "ok", kind


def test_the_kernel_names_its_version(client):
    info = ask(client, "kernel_info_request", {})["content"]
    assert re.match(r"\d+\.\d+\.\d+", info["implementation_version"]) and info["implementation_version"] in info["banner"]


def test_what_is_not_supported_is_answered_with_an_error(client):
    for kind in ("list_subshell_request", "create_subshell_request"):
        reply = ask(client, kind, {}, channel="control")["content"]
        assert reply["status"] == "error" and kind in reply["evalue"]
    assert value(client, "1 + 1") == "2"


def test_a_request_that_nobody_knows_makes_the_kernel_busy_and_idle(client):
    for channel in (client.shell_channel, client.control_channel):
        message = client.session.msg("unheard_of_request")
        channel.send(message)
        assert [m["msg_type"] for m in published(client, message["header"]["msg_id"])] == ["status"]


def test_dates_have_microseconds(client):
    message = client.session.msg("kernel_info_request")
    client.shell_channel.send(message)
    raw = client.shell_channel.socket.recv_multipart()
    assert re.search(rb'"date":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"', b"".join(raw))


def test_user_expressions_are_answered_and_leave_no_variable(client):
    _, reply = run(client, "int five = 5;", user_expressions={"next": "five + 1", "bad": "nowhere"})
    assert reply["user_expressions"]["next"]["data"]["text/plain"] == "6"
    assert reply["user_expressions"]["bad"]["status"] == "error"
    assert value(client, "five") == "5"


def test_a_cell_outside_the_history_does_not_count(client):
    before = run(client, "1")[1]["execution_count"]
    run(client, "2", store_history=False)
    assert run(client, "3")[1]["execution_count"] == before + 1


def test_history_knows_ranges_patterns_and_values(client):
    count = run(client, "40 + 2")[1]["execution_count"]
    run(client, "40 + 3")
    run(client, "40 + 3")

    def history(**content):
        return ask(client, "history_request", {"output": False, "raw": True, **content})["content"]["history"]

    assert history(hist_access_type="range", session=0, start=count, stop=count + 1) == [[0, count, "40 + 2"]]
    assert [h[2] for h in history(hist_access_type="search", pattern="40 + ?", unique=True)] == ["40 + 2", "40 + 3"]
    assert history(hist_access_type="tail", n=1, output=True)[0][2] == ["40 + 3", "43"]


def test_a_comm_that_nobody_takes_is_closed(client):
    message = client.session.msg("comm_open", {"comm_id": "c", "target_name": "nobody", "data": {}})
    client.shell_channel.send(message)
    closed = [m for m in published(client, message["header"]["msg_id"]) if m["msg_type"] == "comm_close"]
    assert closed[0]["content"]["comm_id"] == "c"


def test_output_is_cleared_at_once_or_later(client):
    outputs, _ = run(client, 'System.out.print("old"); clearOutput(); clearOutput(true);')
    assert [o["content"].get("wait") for o in outputs if o["msg_type"] in ("stream", "clear_output")] == [None, False, True]


def test_input_is_asked_with_its_prompt_and_hidden_for_passwords(client):
    asked = []

    def answer(message):
        asked.append(message["content"])
        client.input("typed")

    outputs, _ = run(client, 'System.out.print(input("name? ") + password("word? "));', allow_stdin=True, stdin_hook=answer)
    assert asked == [{"prompt": "name? ", "password": False}, {"prompt": "word? ", "password": True}]


def test_a_badly_signed_message_changes_nothing(client):
    session = client.session
    parts = session.serialize(session.msg("kernel_info_request"))
    parts[parts.index(b"<IDS|MSG>") + 1] = b"0" * 64
    client.shell_channel.socket.send_multipart(parts)
    with pytest.raises(queue.Empty):
        client.get_shell_msg(timeout=0.5)
    with pytest.raises(queue.Empty):
        client.get_iopub_msg(timeout=0.5)
    assert value(client, "1 + 1") == "2"


def test_a_message_of_50_megabytes_is_answered(client):
    assert value(client, f"/* {'y' * 50_000_000} */ 1 + 1") == "2"


def test_fields_of_another_type_are_as_if_they_were_not_there(client):
    for code in (None, 7, ["1"]):
        message = client.session.msg("execute_request", {"code": code})
        client.shell_channel.send(message)
        kinds = [m["msg_type"] for m in published(client, message["header"]["msg_id"])]
        assert kinds == ["status", "execute_input"], code


def test_the_error_of_a_silent_cell_aborts_nothing(client):
    ids = [client.execute("int z = 1 / 0;", silent=True), client.execute("1 + 1")]
    assert [r["status"] for r in replies(client, ids)] == ["error", "ok"]
