"""Notebooks that name IJava's own classes, and the magics of other kernels for Java."""
import base64
import time

import nbformat
from nbclient import NotebookClient

from cells import NAME, error, interrupt, printed, replies, result, run, wait_for_output
from test_magics import DATA, environment, outputs_of, workplace  # noqa: F401: fixtures

PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def shown(outputs):
    """The representations of a cell's last display or result."""
    return [o["content"]["data"] for o in outputs if "data" in o["content"]][-1]


def refused(client, code):
    """The message of a cell that ends with an error."""
    outputs, reply = run(client, code)
    assert reply["status"] == "error", outputs
    return error(outputs)["evalue"]


def test_a_notebook_that_names_the_classes_of_ijava_runs_unchanged(workplace, environment):  # noqa: F811
    notebook = nbformat.read(DATA / "ijava-classes.ipynb", as_version=4)
    NotebookClient(notebook, kernel_name=NAME, timeout=120,
                   resources={"metadata": {"path": str(workplace)}}).execute()
    results = [o.data for o in outputs_of(notebook, "execute_result")]
    figure, asked, tree, array, data = results[:5]
    assert figure["text/html"].startswith("<b>heights</b><div") and "image/svg+xml" not in figure
    assert asked["image/svg+xml"].startswith("<svg") and asked["text/plain"] == "drawn" and "text/html" not in asked
    assert tree["text/html"].startswith("<b>of a subclass</b>")
    assert array["text/html"] == "3 rows"
    assert data["text/html"].startswith("<b>data</b>") and data["text/markdown"] == "*and* true"
    assert [o["text/plain"] for o in results[5:]] == ["Hello, Ada and Grace", "abab", "extra 1.0", "from a jar"]
    displayed = [o.data["text/html"] for o in outputs_of(notebook, "display_data") if "text/html" in o.data]
    assert [html.split("</b>")[0] for html in displayed] == ["<b>shown", "<b>after", "<b>data"]
    text = "".join(o.text for o in outputs_of(notebook, "stream"))
    assert "2 lines for [a, b]" in text and "from the shell" in text


def test_a_displayer_that_a_cell_gives_replaces_the_one_it_gave_before(client):
    again = """record Chart(int n) {}
addDisplayer(new io.github.alprolab.kernel.api.Displayer<Chart>() {
    public Class<Chart> type() { return Chart.class; }
    public io.github.alprolab.kernel.api.MimeBundle display(Chart chart) { return markdown("MARK " + chart.n()); }
});
new Chart(1)"""
    for mark in ("first", "second"):
        outputs, _ = run(client, again.replace("MARK", mark))
        assert shown(outputs)["text/markdown"] == f"{mark} 1"


def test_a_script_for_the_shell_shows_its_output_and_its_failure(client):
    outputs, reply = run(client, "%%bash\nfor i in 1 2; do echo line $i; done\necho bad >&2\nread x || echo 'no input'")
    assert reply["status"] == "ok"
    assert printed(outputs) == "line 1\nline 2\nno input\n" and printed(outputs, "stderr") == "bad\n"
    assert printed(run(client, 'String who = "Ada";\n%system echo "for \\{who}" ${HOME:+home}')[0]) == "for Ada home\n"
    assert refused(client, "%sh exit 3") == "%sh ended with exit code 3."
    assert "needs a command" in refused(client, "%%bash\n  ")
    assert "lines below it; it was given -x" in refused(client, "%%bash -x\necho")


def test_a_script_is_shown_while_it_runs_and_ends_when_the_cell_is_interrupted(client):
    message = client.execute("%%bash\necho begun\nsleep 60 & wait")
    wait_for_output(client, message)
    began = time.monotonic()
    interrupt(client)
    reply, = replies(client, [message])
    assert reply["status"] == "error" and reply["ename"] == "java.lang.InterruptedException"
    assert time.monotonic() - began < 20
    assert result(run(client, '%sh true\nProcessHandle.current().descendants().filter(p -> p.isAlive()).count()')[0]) == ["0"]


def test_jshells_commands_list_and_drop_what_cells_declared(client):
    run(client, "int seven = 7;\nint doubled(int n) { return 2 * n; }\nrecord Point(int x) {}\nimport java.awt.geom.*;")
    assert "int seven\n" in printed(run(client, "%jshell /vars")[0])
    assert "int doubled(int)\n" in printed(run(client, "%jshell /methods")[0])
    assert "record Point\n" in printed(run(client, "%jshell /types")[0])
    assert "import java.awt.geom.*;\n" in printed(run(client, "%jshell /imports")[0])
    assert "return 2 * n" in printed(run(client, "%jshell /list")[0])
    run(client, "%jshell /drop seven")
    assert "int seven\n" not in printed(run(client, "%jshell /vars")[0])
    assert "No cell declared seven" in refused(client, "%jshell /drop seven")
    assert "here it is %load FILE" in refused(client, "%jshell /open file")
    assert "takes one of /vars" in refused(client, "%jshell /nothing")


def test_a_picture_of_a_file_is_shown(client, tmp_path):
    (tmp_path / "pixel.png").write_bytes(PIXEL)
    (tmp_path / "line.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "text.bmp").write_text("no picture")
    outputs, reply = run(client, f'%image "{tmp_path}/pixel.png"')
    assert reply["status"] == "ok"
    assert base64.b64decode(shown(outputs)["image/png"]) == PIXEL
    outputs, _ = run(client, f"%image {(tmp_path / 'line.svg').as_uri()}")
    assert shown(outputs)["image/svg+xml"].startswith("<svg")
    assert "is no picture that Java reads" in refused(client, f"%image {tmp_path}/text.bmp")
    assert "There is no picture" in refused(client, f"%image {tmp_path}/absent.png")


def test_rapaios_dependencies_are_added_when_they_are_resolved(workplace, client):  # noqa: F811
    run(client, f"%dependency /add-repo local {(workplace / 'repository').as_uri()} release|never snapshot|always")
    outputs, reply = run(client, 'String version = "2.0";\n%dependency /add g:tree:\\{version}\n%dependency /resolve')
    assert reply["status"] == "ok", outputs
    assert "Added 2 jars: tree 2.0, leaf 1.0" in shown(outputs)["text/plain"]
    assert result(run(client, "g.Tree.says()")[0]) == ["tree 2.0"]
    assert "/add comes first" in refused(client, "%dependency /resolve")
    assert "not /list-repos" in refused(client, "%dependency /list-repos")
    assert "are no Maven coordinates" in refused(client, "%dependency /add tree")
