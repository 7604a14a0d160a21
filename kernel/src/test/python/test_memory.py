"""What cells leave behind, and variables that lose their value."""
import pytest
from cells import printed, run, value

USED = "var r = Runtime.getRuntime(); System.gc(); (r.totalMemory() - r.freeMemory()) / 1_000_000"
HANDLE = """class Handle implements AutoCloseable {
    static int closed = 0;
    public void close() { closed++; }
}"""


def used(client):
    return int(value(client, USED))


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
    for _ in range(4):
        run(client, "0")
    assert used(client) < base + 100


def test_memory_stays_flat_over_many_cells(client):
    def cells(count):
        for i in range(count):
            run(client, ("1 + 1", "var x = 3;", "x++;", 'System.out.print("");')[i % 4])
        return used(client)

    base = cells(200)
    assert cells(600) < base + 4


def test_a_value_that_nobody_holds_is_closed_when_its_variable_is_declared_anew(client):
    run(client, HANDLE)
    run(client, "var one = new Handle();\nvar other = new Handle();\nvar held = List.of(other);")
    run(client, "var one = 1;")
    assert value(client, "Handle.closed") == "1"
    run(client, "var other = 2;")
    assert value(client, "Handle.closed") == "1"


def test_a_variable_that_a_class_resets_is_named(client):
    run(client, "class Layer { int v = 1; }\nLayer layer = new Layer();")
    outputs, _ = run(client, "class Layer { int v = 2; }")
    assert "layer was reset" in printed(outputs, "stderr")
