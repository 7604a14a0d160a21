"""Magics, IJava's functions and settings, and tools without a browser, by Jupyter's own clients."""
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import jupytext
import nbformat
import papermill
import psutil
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbconvert import ScriptExporter

from cells import NAME, error, printed, result, run, wait_for_output

DATA = Path(__file__).parent / "data"


class MavenRepository:
    """A Maven repository in a folder; each artifact has a class of its name that says its version."""

    def __init__(self, folder):
        self.folder = folder

    def put(self, artifact, version, dependencies="", classifier=""):
        place = self.folder / "g" / artifact / version
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{artifact}-{version}.pom").write_text(
            "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>"
            f"<artifactId>{artifact}</artifactId><version>{version}</version>"
            f"<dependencies>{dependencies}</dependencies></project>")
        name = artifact + classifier
        jar(place / f"{artifact}-{version}{'-' + classifier if classifier else ''}.jar", "g",
            name.capitalize(), f"{name} {version}")


def jar(path, package, name, says):
    """Writes a jar with one class that says something."""
    path.parent.mkdir(parents=True, exist_ok=True)
    work = path.parent / "work"
    (work / package).mkdir(parents=True)
    source = work / package / f"{name}.java"
    source.write_text(f'package {package}; public class {name} {{ public static String says() {{ return "{says}"; }} }}')
    subprocess.run(["javac", "--release", "17", source], check=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(source.with_suffix(".class"), f"{package}/{name}.class")
    shutil.rmtree(work)


def dependency(artifact, version):
    return f"<dependency><groupId>g</groupId><artifactId>{artifact}</artifactId><version>{version}</version></dependency>"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder with what the notebook for IJava finds beside it."""
    folder = tmp_path_factory.mktemp("ijava")
    repository = MavenRepository(folder / "repository")
    repository.put("leaf", "1.0")
    repository.put("leaf", "1.0", classifier="tests")
    repository.put("tree", "2.0", dependency("leaf", "1.0"))
    for artifact in ("extra", "pomonly", "frompom"):
        repository.put(artifact, "1.0")
    jar(folder / "lib" / "local.jar", "g", "Local", "from a jar")
    (folder / "classes").mkdir()
    (folder / "classes" / "settings.properties").write_text("a=b\n")
    (folder / "helper.jshell").write_text('String greet(String who) {\n    return "Hello, " + who;\n}\n')
    (folder / "pom.xml").write_text(
        "<project><modelVersion>4.0.0</modelVersion><groupId>m</groupId><artifactId>m</artifactId>"
        f"<version>1</version><repositories><repository><id>mine</id><url>file:repository</url></repository>"
        f"</repositories><dependencies>{dependency('frompom', '1.0')}</dependencies></project>")
    return folder


@pytest.fixture
def environment(tmp_path, monkeypatch):
    """A local repository of its own for kernels that start now."""
    monkeypatch.setenv("JDK_JAVA_OPTIONS", f"-Dmaven.repo.local={tmp_path / 'local-repository'}")
    return monkeypatch


def outputs_of(notebook, kind):
    return [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs if o.output_type == kind]


def started(**variables):
    manager, kernel = start_new_kernel(kernel_name=NAME, env={**os.environ, **variables})
    return manager, kernel


def test_a_notebook_written_for_ijava_runs_unchanged(workplace, environment):
    notebook = nbformat.read(DATA / "ijava.ipynb", as_version=4)
    NotebookClient(notebook, kernel_name=NAME, timeout=120,
                   resources={"metadata": {"path": str(workplace)}}).execute()
    values = [o.data["text/plain"] for o in outputs_of(notebook, "execute_result")]
    assert values == ["tree 2.0 needs leaf 1.0", "extra 1.0", "pomonly 1.0", "frompom 1.0", "1", "from a jar",
                      "true", "Hello, IJava", "Hello from **IJava**", "6", "true", "abab", "2", "2"]
    html = [o.data["text/html"] for o in outputs_of(notebook, "display_data") if "text/html" in o.data]
    assert html == ["<b>Countdown:</b> 0"]
    assert any("application/javascript" in o.data for o in outputs_of(notebook, "display_data"))
    assert any(o.data.get("text/markdown") == "Hello from **IJava**" for o in outputs_of(notebook, "execute_result"))
    assert "word has 4 letters" in "".join(o.text for o in outputs_of(notebook, "stream"))


def test_maven_shows_one_output_that_names_what_was_added(workplace, environment):
    manager, kernel = started()
    try:
        outputs, reply = run(kernel, f"%mavenRepo local {(workplace / 'repository').as_uri()}\n%maven g:tree:2.0")
        assert reply["status"] == "ok"
        ids = {o["content"]["transient"]["display_id"] for o in outputs if "display" in o["msg_type"]}
        last = [o for o in outputs if "display" in o["msg_type"]][-1]["content"]["data"]["text/plain"]
        assert len(ids) == 1 and last.startswith("Added 2 jars: tree 2.0, leaf 1.0")
        _, reply = run(kernel, "%maven g:missing:1.0")
        assert reply["status"] == "error" and "g:missing:jar:1.0" in reply["evalue"] and "%mavenRepo" in reply["evalue"]
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel(now=True)


def test_mirrors_and_local_repository_of_the_users_settings_are_respected(workplace, tmp_path):
    settings = tmp_path / ".m2" / "settings.xml"
    settings.parent.mkdir()
    settings.write_text(
        f"<settings><localRepository>{tmp_path / 'kept'}</localRepository><mirrors><mirror><id>near</id>"
        f"<mirrorOf>*</mirrorOf><url>{(workplace / 'repository').as_uri()}</url></mirror></mirrors></settings>")
    manager, kernel = started(JDK_JAVA_OPTIONS=f"-Duser.home={tmp_path}")
    try:
        assert result(run(kernel, "%maven g:tree:2.0\ng.Tree.says()")[0]) == ["tree 2.0"]
        assert (tmp_path / "kept" / "g" / "tree" / "2.0" / "tree-2.0.jar").is_file()
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel(now=True)


def test_unknown_magics_name_a_near_one_and_the_line(client):  # noqa: F811
    outputs, reply = run(client, "int fine = 1;\n%mavn a:b:1")
    assert "did you mean %maven?" in reply["evalue"] and "loadFromPOM" in reply["evalue"]
    assert "line 2" in "\n".join(error(outputs)["traceback"])


def test_errors_behind_magics_name_the_cells_line(client):  # noqa: F811
    outputs, _ = run(client, "%%time\nint one = 1;\nint zero = one / 0;")
    assert "--> 3 | int zero = one / 0;" in "\n".join(error(outputs)["traceback"])


def test_time_history_and_help_print(client):  # noqa: F811
    outputs, _ = run(client, "%time 6 * 7")
    assert result(outputs) == ["42"] and "Wall time" in printed(outputs)
    run(client, "int marked = 12345;")
    assert "int marked = 12345;" in printed(run(client, "%history 3")[0])
    assert "groupId:artifactId" in printed(run(client, "%maven?")[0])
    assert "marked" in printed(run(client, "%who")[0])


def test_memory_lists_variables_with_their_bytes(client):  # noqa: F811
    outputs, _ = run(client, "var large = new float[2_000_000];\n%memory")
    data = next(o for o in outputs if o["msg_type"] == "display_data")["content"]["data"]
    row = next(line for line in data["text/plain"].splitlines() if line.startswith("large"))
    assert "8.0 MB" in row and "<table>" in data["text/html"]


def test_a_cell_with_magics_is_complete(client):  # noqa: F811
    for code, status in (("%vars", "complete"), ("int a = 1;\n%time a", "complete"),
                         ("List<String> x = %jars lib/*.jar", "complete"), ("%vars\nfor (;;) {", "incomplete")):
        client.is_complete(code)
        assert client.get_shell_msg(timeout=20)["content"]["status"] == status, code


@pytest.mark.parametrize("code", ["%%time\nwhile (true) { }", "%%time\nThread.sleep(60_000);"])
def test_an_interrupt_stops_what_a_magic_runs(client, code):  # noqa: F811
    message = client.execute(code.replace("\n", '\nSystem.out.println("ready"); '))
    wait_for_output(client, message)
    client.control_channel.send(client.session.msg("interrupt_request"))
    while True:
        reply = client.get_shell_msg(timeout=20)
        if reply["parent_header"]["msg_id"] == message:
            break
    assert reply["content"]["status"] == "error"
    assert result(run(client, "1 + 1")[0]) == ["2"]


def test_settings_of_ijava_are_honoured(workplace, tmp_path):
    script = tmp_path / "init.jshell"
    script.write_text("int fromFile = 40;\nSystem.out.println(\"script ran\");")
    manager, kernel = started(IJAVA_CLASSPATH=f"{workplace}/lib/*.jar", IJAVA_STARTUP_SCRIPT="int fromText = 2;",
                              IJAVA_STARTUP_SCRIPTS_PATH=str(script), IJAVA_COMPILER_OPTS="-Xlint:none",
                              IJAVA_TIMEOUT="500")
    try:
        outputs, _ = run(kernel, "fromFile + fromText")
        assert result(outputs) == ["42"] and "script ran" in printed(outputs)
        assert result(run(kernel, "g.Local.says()")[0]) == ["from a jar"]
        _, reply = run(kernel, "while (true) { }")
        assert reply["ename"] == "EvaluationTimeout" and "500 ms" in reply["evalue"]
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel(now=True)


def test_malformed_settings_are_named_in_the_first_cell(tmp_path):
    manager, kernel = started(IJAVA_CLASSPATH=str(tmp_path / "missing.jar"), IJAVA_COMPILER_OPTS="-nonsense",
                              IJAVA_TIMEOUT="soon", IJAVA_STARTUP_SCRIPT="int bad = missing;")
    try:
        outputs, _ = run(kernel, "1 + 1")
        text = printed(outputs, "stderr")
        assert result(outputs) == ["2"]
        for name in ("IJAVA_CLASSPATH", "IJAVA_COMPILER_OPTS", "IJAVA_TIMEOUT", "IJAVA_STARTUP_SCRIPT"):
            assert name in text
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel(now=True)


def notebook_of(*sources, tags=()):
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["kernelspec"] = {"name": NAME, "display_name": "Java", "language": "java"}
    notebook.metadata["language_info"] = {"name": "java", "file_extension": ".jsh", "mimetype": "text/x-java"}
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    for index in tags:
        notebook.cells[index].metadata["tags"] = ["parameters"]
    return notebook


PARAMETERS = {"rate": 1, "epochs": 3, "name": 'a "b"\n\\u0041 é', "big": 2**40, "flags": [True, None],
              "sizes": {"small": 1}, "limit": float("inf"), "nothing": None, "ratio": 2}


def test_papermill_sets_parameters_that_keep_their_types(tmp_path):
    source = tmp_path / "in.ipynb"
    nbformat.write(notebook_of(
        'double rate = 0.1; // learning rate\nint epochs = 1;\nString name = "x";\nfloat ratio = 1f;',
        'String.join("|", List.of("" + rate / 2, "" + epochs, name, "" + big, "" + flags, "" + sizes, "" + limit,'
        ' "" + nothing, "" + ratio / 4))', tags=[0]), source)
    papermill.execute_notebook(source, tmp_path / "out.ipynb", parameters=PARAMETERS, progress_bar=False)
    done = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert outputs_of(done, "execute_result")[0].data["text/plain"] == (
        '0.5|3|a "b"\n\\u0041 é|1099511627776|[true, null]|{small=1}|Infinity|null|0.5')


@pytest.mark.parametrize("declaration, given, shown", [
    ("int[] p = {1};", [1, 2], "2"), ("double[][] p = {};", [[1], [2.5]], "2"),
    ("List<Double> p = List.of();", [1, 2.5], "2"), ("Map<String, Double> p = Map.of();", {"a": 1}, "1"),
    ("List<Long> p = List.of();", [5, 2**40], "2"), ("List<String> p = List.of();", [None], "1"),
    ("Float[] p = {};", [1, float("inf"), 2**40], "3"), ("List<List<Long>> p = List.of();", [[1]], "1")])
def test_papermill_gives_collections_the_types_declared(tmp_path, declaration, given, shown):
    size = "p.length" if "[] p" in declaration else "p.size()"
    nbformat.write(notebook_of(declaration, f'"" + {size}', tags=[0]), tmp_path / "in.ipynb")
    papermill.execute_notebook(tmp_path / "in.ipynb", tmp_path / "out.ipynb", parameters={"p": given},
                               progress_bar=False)
    done = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert outputs_of(done, "execute_result")[0].data["text/plain"] == shown


def test_papermill_runs_by_its_own_command(tmp_path):
    source = tmp_path / "in.ipynb"
    nbformat.write(notebook_of("int n = 1;", "n * 2", tags=[0]), source)
    tool = [sys.executable, "-m", "papermill", "--no-progress-bar"]
    subprocess.run([*tool, source, tmp_path / "out.ipynb", "-p", "n", "21"], check=True)
    done = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert outputs_of(done, "execute_result")[0].data["text/plain"] == "42"
    help_text = subprocess.run([*tool, "--help-notebook", source], capture_output=True, text=True).stdout
    assert "n: int" in help_text


def test_nbconvert_writes_a_script_that_the_kernel_loads(client, tmp_path):  # noqa: F811
    body, resources = ScriptExporter().from_notebook_node(notebook_of("int p = 3;", "int q = p * 2;"))
    script = tmp_path / ("book" + resources["output_extension"])
    script.write_text(body)
    assert script.suffix == ".jsh"
    assert result(run(client, f"%load {script}\nq")[0]) == ["6"]


def test_jupytext_keeps_a_notebook_with_magics_through_percent_format(tmp_path):
    notebook = notebook_of("int a = 1;\n\nint b = 2;", "%maven g:leaf:1.0\na + b", "%%time\na % b")
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell("# Title\ntext"))
    script = jupytext.writes(notebook, fmt="java:percent")
    assert "// %%" in script
    back = jupytext.reads(script, fmt="java:percent")
    assert [(c.cell_type, c.source) for c in back.cells] == [(c.cell_type, c.source) for c in notebook.cells]


def test_jupyter_console_answers():
    pexpect = pytest.importorskip("pexpect", reason="the console needs a terminal, which pexpect emulates")
    if sys.platform == "win32":
        pytest.skip("pexpect emulates no terminal on Windows")
    console = pexpect.spawn(sys.executable, ["-m", "jupyter_console", "--kernel", NAME, "--simple-prompt"],
                            encoding="utf-8", timeout=60, env={**os.environ, "TERM": "dumb", "NO_COLOR": "1"})
    try:
        console.expect(r"In \[1\]: ")
        console.sendline("6 * 7")
        console.expect(r"Out\[1\]: *42")
        console.expect(r"In \[2\]: ")
        console.sendline("%who")
        console.expect("No variables")
        kernels = psutil.Process(console.pid).children(recursive=True)
        assert any("java" in kernel.name() for kernel in kernels)
        os.kill(console.pid, signal.SIGKILL)
        assert not psutil.wait_procs(kernels, timeout=20)[1]
    finally:
        console.close(force=True)
