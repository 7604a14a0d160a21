"""%export makes a program of a notebook that javac and java take without the kernel."""
import subprocess
from pathlib import Path

import pytest
from cells import NAME, error_text, run
from jupyter_client.manager import start_new_kernel


@pytest.fixture
def client(tmp_path):
    """A session of its own for each notebook, in a folder of its own."""
    manager, client = start_new_kernel(kernel_name=NAME, cwd=str(tmp_path))
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def shown(outputs):
    """What a reader of the notebook sees as text, line by line."""
    texts = [o["content"]["text"] if o["msg_type"] == "stream" else o["content"]["data"]["text/plain"] + "\n"
             for o in outputs if o["msg_type"] in ("stream", "display_data", "execute_result")]
    return "".join(texts)


def exported(client, folder, cells, name="Notebook"):
    """The text of the program and what it prints, beside what the notebook showed."""
    seen = ""
    for code in cells:
        outputs, reply = run(client, code)
        assert reply["status"] == "ok", reply
        seen += shown(outputs)
    outputs, reply = run(client, f"%export {name}.java")
    assert reply["status"] == "ok", reply
    program = (folder / f"{name}.java").read_text()
    said = [line.removeprefix(" * ") for line in program.split("*/")[0].splitlines()]
    for command in [line for line in said if line.startswith(("javac ", "java "))]:  # as the comment in it says
        ran = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
    return program, ran.stdout, seen


def test_a_notebook_prints_outside_what_it_showed(client, tmp_path):
    program, printed_outside, seen = exported(client, tmp_path, [
        "// prices of a day\nimport java.util.stream.Collectors;\nvar prices = List.of(3.5, 1.25);",
        "record Item(String name, double price) {}\nclass Basket { final List<Item> items = new ArrayList<>(); void add(Item i) { items.add(i); } }",
        'Basket basket = new Basket();\nfor (double p : prices) { basket.add(new Item("of " + p, p)); }',
        "double total(Basket b) { return b.items.stream().mapToDouble(Item::price).sum(); }",
        "total(basket)",
        "int[] numbers = {1, 2, 3};\nint[][] grid = {{1}, {2, 3}};",
        "numbers",
        "int count = 1, more = count + 1;\ncount++;\ncount + more // the sum",
        'System.out.println("said " + basket.items.size());',
        "1 + 1;",
        "Map.of(\"a\", 1)",
        "String missing;\nmissing",
        "Supplier<String> greeting = () -> \"hello \" + count;\ngreeting.get()",
        'printf("%d of %s%n", 3, "x");',
    ])
    assert printed_outside == seen
    assert "static double total(Basket b)" in program and "import java.util.stream.Collectors;" in program
    assert "// prices of a day" in program and "static List<Double> prices;" in program


def test_shows_are_prints_and_magics_are_comments(client, tmp_path):
    program, printed_outside, seen = exported(client, tmp_path, [
        'display("first");\nString id = display(List.of(1, 2));',
        "%who",
        "%time int slow = 4;\nslow * 2",
        "%%time\nint other = slow + 1;\nother",
    ])
    assert printed_outside.splitlines() == ["first", "[1, 2]", "8", "5"] and "Wall time" in seen
    assert "// %who" in program and "// %time int slow = 4;" in program and "// %%time" in program


def test_names_that_are_declared_again_keep_their_values_and_are_told(client, tmp_path):
    program, printed_outside, seen = exported(client, tmp_path, [
        "int x = 3;", "x + 1", "String x = \"three\" + x;", "x.length()", "int y = 3;", "int y = y + 1;", "y", "int n = 1;", "n", "int n = 2;", "n + 0",
        "int twice(int k) { return k + k; }", "twice(4)", "int twice(int k) { return 2 * k; }", "twice(5)",
    ])
    assert printed_outside == seen == "4\n9\n1\n1\n2\n8\n10\n"
    assert "static int x_1;" in program and "static String x;" in program
    assert "earlier ones have a number behind the name: x." in program
    assert "the last counts: twice(int)." in program


def test_a_result_without_a_name_that_a_later_cell_uses_has_one(client, tmp_path):
    _, outside, seen = exported(client, tmp_path, ["20 + 1"])
    name = next(n for n in (f"${i}" for i in range(1, 200)) if run(client, n)[1]["status"] == "ok")
    program, outside, _ = exported(client, tmp_path, [f"{name} * 2"])
    assert outside.splitlines() == ["21", "21", "42"] and f"static Integer {name};" in program or f"static int {name};" in program


def test_cells_that_failed_and_what_needs_the_notebook_are_comments(client, tmp_path):
    run(client, "int q = ;")
    run(client, 'throw new IllegalStateException("no");')
    program, outside, _ = exported(client, tmp_path, ['int seven = 7;\neval("seven + 1");\nseven'])
    assert outside == "7\n"
    assert '// throw new IllegalStateException("no");' in program and '// eval("seven + 1");' in program


def test_libraries_are_named_by_coordinates_and_jars(client, tmp_path):
    program, outside, seen = exported(client, tmp_path, [
        "%maven org.apache.commons:commons-lang3:3.18.0",
        "import org.apache.commons.lang3.StringUtils;\nStringUtils.reverse(\"abc\")",
    ], name="Reversed")
    assert outside == "cba\n" and "Maven: org.apache.commons:commons-lang3:3.18.0" in program
    assert "commons-lang3-3.18.0.jar" in program


def test_the_last_run_of_a_cell_stands_where_it_ran_first(client, tmp_path):
    for code in ("int a = 1;", "a + 1", "int a = 1;"):
        run(client, code)
    assert exported(client, tmp_path, [])[1] == "2\n"


@pytest.mark.parametrize("argument, words", [
    ("", "takes one file, such as Name.java"), ("Name.txt", "called as its class will be"), ("2nd.java", "called as its class will be"),
    ("Own.java", "was not made by %export"), ("class.java", "called as its class will be"),
])
def test_what_cannot_be_exported_is_told(client, tmp_path, argument, words):
    (tmp_path / "Own.java").write_text("class Own {}")
    run(client, "int a = 1;")
    assert words in error_text(run(client, f"%export {argument}")[0])
    assert (tmp_path / "Own.java").read_text() == "class Own {}"


def test_what_javac_does_not_take_outside_is_told_with_its_cell(client, tmp_path):
    run(client, "class Net { int n = 1; }\nint a = new Net().n;")
    run(client, "class Net { int m = 2; }\nint b = new Net().m;")
    text = error_text(run(client, "%export Nets.java")[0])
    assert "was written, but javac does not take it" in text and "(cell 1)" in text and "cannot find symbol" in text
    assert Path(tmp_path, "Nets.java").exists()
