"""What cells leave behind, and variables that lose their value."""
import os

import pytest
from cells import NAME, interrupted, printed, run, value
from jupyter_client.manager import start_new_kernel

USED = "var r = Runtime.getRuntime(); System.gc(); (r.totalMemory() - r.freeMemory()) / 1_000_000"
HANDLE = """class Handle implements AutoCloseable {
    static int closed = 0;
    public void close() { closed++; }
}"""


def used(client):
    return int(value(client, USED))


def falls_below(client, megabytes):
    """Whether so much is free again after some more cells; what is freed when is the collector's choice."""
    return any(used(client) < megabytes for _ in range(20))


@pytest.mark.parametrize("cells", [
    ["var big = new byte[50_000_000 + {i}];"],
    ["class Net {{ byte[] weights = new byte[50_000_000 + {i}]; }}", "Net net = new Net();"],
    ["new byte[50_000_000 + {i}]"],
], ids=["value", "class", "unnamed"])
def test_old_values_are_freed(client, cells):
    base = used(client)
    for i in range(12):
        for cell in cells:
            run(client, cell.format(i=i))
    assert falls_below(client, base + 100)


def test_memory_stays_flat_over_many_cells(client):
    def cells(count):
        for i in range(count):
            run(client, ("1 + 1", "var x = 3;", "x++;", 'System.out.print("");')[i % 4])

    cells(200)
    base = used(client)
    cells(600)
    assert falls_below(client, base + 4)


def test_a_value_that_nobody_holds_is_closed_when_its_variable_is_declared_anew(client):
    run(client, HANDLE)
    run(client, "var one = new Handle();\nvar other = new Handle();\nvar held = List.of(other);")
    run(client, "var one = 1;")
    assert value(client, "Handle.closed") == "1"
    run(client, "var other = 2;")
    assert value(client, "Handle.closed") == "1"


def test_a_close_that_does_not_end_is_stopped(client):
    run(client, "class Slow implements AutoCloseable { public void close() throws Exception { Thread.sleep(60_000); } }\n"
                "var slow = new Slow();")
    reply, _ = interrupted(client, "var slow = 1;")
    assert reply["status"] == "error" and "CellStopped" in reply["ename"]
    assert value(client, "1 + 1") == "2"


def test_a_variable_that_is_gone_is_freed_and_named(client):
    run(client, HANDLE)
    run(client, "Handle.closed = 0;\nvar source = new Handle();\nvar derived = source;")
    outputs, _ = run(client, "var source = 1;")
    assert "derived is gone, because source was declared anew" in printed(outputs, "stderr")
    assert "cannot be used" not in printed(outputs, "stderr")
    assert value(client, "Handle.closed") == "1"


def test_a_heap_full_of_small_things_is_told_and_can_be_emptied():
    manager, client = start_new_kernel(kernel_name=NAME, env=dict(os.environ, JDK_JAVA_OPTIONS="-Xmx200m"))
    try:
        _, reply = run(client, "List<Object> all = new LinkedList<>();\nwhile (true) all.add(new Object());")
        assert reply["ename"] == "java.lang.OutOfMemoryError"
        assert value(client, "all = null;\n1 + 1") == "2"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_a_variable_that_a_class_resets_is_named(client):
    run(client, "class Layer { int v = 1; }\nLayer layer = new Layer();")
    outputs, _ = run(client, "class Layer { int v = 2; }")
    assert "layer was reset" in printed(outputs, "stderr")
