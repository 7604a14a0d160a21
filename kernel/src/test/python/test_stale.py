"""%stale names the cells whose results do not follow any more from what is there."""
from cells import printed, replies, run


def listed(client):
    """The rows of %stale; none where every result follows."""
    outputs, _ = run(client, "%stale")
    tables = [o["content"]["data"]["text/plain"] for o in outputs if o["msg_type"] == "display_data"]
    if not tables:
        assert printed(outputs) == "Every result follows from what is there.\n"
        return []
    rows = tables[0].splitlines()
    assert rows[-1] == "Run them again from top to bottom."
    return rows[1:-1]


def run_as(client, cell_id, code):
    """Runs a cell as JupyterLab does, which says which one it is, and gives its execution count."""
    message = client.session.msg("execute_request", {"code": code, "stop_on_error": True}, metadata={"cellId": cell_id})
    client.shell_channel.send(message)
    reply, = replies(client, [message["header"]["msg_id"]])
    assert reply["status"] == "ok", reply
    return reply["execution_count"]


def test_a_variable_that_is_declared_anew_makes_what_came_of_it_stale(client):
    price = run_as(client, "price", "double price = 2;")
    total = run_as(client, "total", "// what it costs\ndouble total = price * 3;")
    shown = run_as(client, "shown", "total + 1")
    run_as(client, "other", "int other = 1;")
    assert listed(client) == []
    newer = run_as(client, "cheaper", "double price = 1;")
    rows = listed(client)
    assert [row.split()[0] for row in rows] == [str(total), str(shown)] and price < total
    assert "// what it costs" in rows[0] and f"price, new in cell {newer}" in rows[0]
    assert "total + 1" in rows[1] and f"total of cell {total}, stale itself" in rows[1]


def test_a_cell_that_ran_again_is_judged_by_its_last_run(client):
    run_as(client, "a", "int a = 1;")
    run_as(client, "b", "int b = a + 1;")
    run_as(client, "a", "int a = 2;")
    assert len(listed(client)) >= 1
    run_as(client, "b", "int b = a + 1;")
    assert not [row for row in listed(client) if "int b" in row]


def test_without_names_of_cells_the_same_text_is_the_same_cell(client):
    for code in ("int width = 3;", "width * 2", "int width = 4;", "width * 2"):
        run(client, code)
    assert not [row for row in listed(client) if "width" in row]
