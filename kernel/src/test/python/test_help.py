"""Help while code is typed, and values as they are shown, by a real Jupyter client."""
import statistics
import time

import pytest
from cells import NAME, result, run, wait_for_output
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

if NAME not in KernelSpecManager().find_kernel_specs():
    pytest.skip(f"the kernelspec {NAME} is not installed; ./lab test installs it", allow_module_level=True)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("folder")
    (folder / "captions.csv").write_text("")
    (folder / "clips").mkdir()
    manager, client = start_new_kernel(kernel_name=NAME, cwd=str(folder))
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def dsl(client):
    if result(run(client, "Trainer.adamW(1e-3).epochs()")[0]) != ["10"]:
        pytest.skip(f"the kernelspec {NAME} comes without the DSL")
    run(client, "var trainer = Trainer.adamW(1e-3); var losses = Losses.alpro();")


def shown(client, code):
    outputs, reply = run(client, code)
    assert reply["status"] == "ok", reply
    return next(o["content"]["data"] for o in outputs if o["msg_type"] == "execute_result")


def printed(outputs):
    return "".join(o["content"]["text"] for o in outputs if o["msg_type"] == "stream")


def ask(client, request, *arguments):
    message = request(*arguments)
    while True:
        reply = client.get_shell_msg(timeout=30)
        if reply["parent_header"].get("msg_id") == message:
            return reply["content"]


def complete(client, code):
    return ask(client, client.complete, code, len(code))


def inspect(client, code):
    cursor = code.index("|")
    return ask(client, client.inspect, code.replace("|", ""), cursor)


def test_matches_carry_their_type_and_signature(client):
    run(client, 'var words = new ArrayList<String>(); var greeting = "hello";')
    reply = complete(client, "words.isE")
    assert reply["matches"] == ["isEmpty()"]
    assert reply["metadata"]["_jupyter_types_experimental"] == [
        {"text": "isEmpty()", "type": "function", "signature": "boolean isEmpty()", "start": 6, "end": 9}]
    names = complete(client, "greet")
    assert names["metadata"]["_jupyter_types_experimental"][0]["type"] == "instance"


@pytest.mark.parametrize(("code", "offered"), [
    ("import java.ut", "util."), ("import static java.util.conc", "concurrent."), ("java.util.conc", "concurrent."),
    ("new java.util.func", "function."), ("var x = java.la", "lang."), ("import java.util.concurrent.Exec", "Executor")])
def test_packages_and_their_classes_are_completed(client, code, offered):
    assert offered in complete(client, code)["matches"]


def test_offsets_count_code_points_where_the_text_has_wide_ones(client):
    code = 'var face = "\U0001F600\U0001F600"; greeting.sub'
    reply = complete(client, code)
    assert "substring(" in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (len(code) - 3, len(code))
    assert {(t["start"], t["end"]) for t in reply["metadata"]["_jupyter_types_experimental"]} == {
        (len(code) - 3, len(code))}


def test_own_methods_come_first_and_wait_is_hidden(client):
    matches = complete(client, "words.")["matches"]
    assert matches.index("add(") < matches.index("getClass()")
    assert not {"wait()", "wait(", "notify()", "notifyAll()"} & set(matches)
    assert "notify()" in complete(client, "words.not")["matches"]


def test_file_names_are_offered_in_strings(client):
    reply = complete(client, 'Path.of("c')
    assert reply["matches"] == ["captions.csv", "clips/"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (9, 10)
    assert reply["metadata"]["_jupyter_types_experimental"][0]["type"] == "path"


@pytest.mark.parametrize("code", ["trainer.decay(", "trainer.decay(Li", "Trainer.adamW(1e-3).epochs(5)\n    .decay("])
def test_the_values_of_a_parameter_are_offered(client, dsl, code):
    assert complete(client, code)["matches"][0] == "Decay.LINEAR"


def test_the_values_of_a_parameter_are_offered_inside_a_lambda(client, dsl):
    run(client, "import java.util.function.UnaryOperator; Trainer changed(UnaryOperator<Trainer> edit) { return edit.apply(trainer); }")
    assert complete(client, "changed(t -> t.decay(")["matches"][0] == "Decay.LINEAR"
    assert "cropArea(" in complete(client, "losses.pem(p -> p.")["matches"]


def test_factories_of_a_parameter_are_offered(client, dsl):
    matches = complete(client, "trainer.device(")["matches"]
    assert matches[0].startswith("Device.") and "Device.auto()" in matches


@pytest.mark.parametrize(("code", "first"), [
    ("Pairs.of(", ("Datasets.", "AnnotatedVideos.of(")), ("Pairs.of(Datasets.movingSprites()).only(", "Split."), ("trainer.device(", "Device."),
    ("losses.without(", "Objective."), ("losses.pem(", "p -> p.")])
def test_what_fits_an_argument_is_offered_alone(client, dsl, code, first):
    matches = complete(client, code)["matches"]
    assert matches and all(match.startswith(first) for match in matches)
    assert "ArrayList" in complete(client, code + "Arr")["matches"]


@pytest.mark.parametrize(("code", "last"), [
    ("Experiment.", "class"), ("Decay.", "class"), ("trainer.", "getClass()"), ("losses.", "toString()")])
def test_a_dot_offers_our_own_members_first_and_few(client, dsl, code, last):
    matches = complete(client, code)["matches"]
    assert len(matches) <= 20 and matches[-1] == last
    assert not {"EnumDesc", "show()", "wait("} & set(matches)


def test_advice_is_told_once_and_without_the_name_of_a_class(client, dsl):
    outputs, reply = run(client, 'Checkpoint.load(Path.of("nothing.alpro")).describe()')
    text = "\n".join(reply["traceback"])
    assert text.count("nothing.alpro is not there") == 1
    assert "Exception" not in text and "Caused by" not in text and "io.github" not in text
    assert "--> 1 | Checkpoint" in text


@pytest.mark.parametrize("code", [
    "trainer.epo|chs(5)", "trainer.epochs(|)", "trainer.epochs(5)|", "trainer.epochs(5);|",
    "var t = Trainer.adamW(1e-3)\n    .epochs(|5)"])
def test_the_dsl_is_explained_at_any_cursor(client, dsl, code):
    reply = inspect(client, code)
    assert reply["found"]
    assert "epochs(int count)" in reply["data"]["text/plain"]
    assert "at least 1" in reply["data"]["text/plain"] and "at least 1" in reply["data"]["text/html"]


def test_types_of_all_modules_are_explained(client, dsl):
    assert "learning rate" in inspect(client, "Decay|")["data"]["text/plain"].lower()
    assert "returns a copy" in inspect(client, "Trainer|")["data"]["text/plain"]


def test_the_kernels_own_functions_are_explained(client):
    assert "Markdown." in inspect(client, 'markdown(|"a")')["data"]["text/plain"]


def test_the_jdk_is_explained_where_its_sources_are(client):
    there = result(run(client, 'Files.isReadable(Path.of(System.getProperty("java.home"), "lib", "src.zip"))')[0])
    reply = inspect(client, "Math.max(1, |2)")
    assert "int Math.max(int" in reply["data"]["text/plain"]
    if there != ["true"]:
        pytest.skip("this JDK comes without lib/src.zip, so there is no text to show")
    assert "greater of two" in reply["data"]["text/plain"]


def test_nothing_is_said_of_nothing(client):
    reply = inspect(client, "| 1 + 1")
    assert reply["status"] == "ok" and not reply["found"] and reply["data"] == {}


def test_a_question_mark_opens_the_pager(client):
    outputs, reply = run(client, "Math.max?")
    assert reply["status"] == "ok" and not result(outputs)
    assert reply["payload"][0]["source"] == "page"
    assert "Math.max(int" in reply["payload"][0]["data"]["text/plain"]


@pytest.mark.parametrize("method", ["complete", "inspect", "is_complete"])
def test_who_types_while_a_cell_runs_gets_an_empty_answer_soon(client, method):
    cell = client.execute('System.out.println("ready"); Thread.sleep(4000);')
    wait_for_output(client, cell)
    reply = ask(client, getattr(client, method), "Sys")
    assert reply.get("matches", []) == [] and not reply.get("found")
    assert client.get_shell_msg(timeout=30)["parent_header"]["msg_id"] == cell
    assert "System" in complete(client, "Sys")["matches"]


def test_a_dropped_copy_gets_one_line(client, dsl):
    outputs, _ = run(client, "trainer.epochs(5);")
    assert printed(outputs) == "this made a changed copy that nobody kept — write `trainer = trainer.epochs(5)`\n"


@pytest.mark.parametrize("code", [
    "trainer = trainer.epochs(5);", "trainer.epochs(5)", "trainer.describe();", "words.add(greeting);", "trainer;"])
def test_what_is_kept_or_no_setting_gets_none(client, dsl, code):
    run(client, 'var words = new ArrayList<String>(); var greeting = "hello";')
    assert printed(run(client, code)[0]) == ""


def test_tables_say_rows_types_and_total(client):
    data = shown(client, "tech.tablesaw.api.Table.create(tech.tablesaw.api.IntColumn.create(\"n<\", "
                         "java.util.stream.IntStream.range(0, 300).toArray()))")
    assert "300 rows × 1 column" in data["text/html"] and "INTEGER" in data["text/html"]
    assert "n&lt;" in data["text/html"] and "<details>" in data["text/html"]
    assert "300 rows" in data["text/plain"]


def test_collections_and_records_are_tables(client):
    run(client, "record Point(int x, String name) {}")
    data = shown(client, 'List.of(new Point(1, "<b>"), new Point(2, "b"))')
    assert "<table" in data["text/html"] and "&lt;b&gt;" in data["text/html"]
    assert data["text/plain"] == "[Point[x=1, name=<b>], Point[x=2, name=b]]"
    assert "<table" in shown(client, 'Map.of("a", 1)')["text/html"]


def test_charts_are_svg_and_png(client):
    run(client, 'var chart = new org.knowm.xchart.XYChartBuilder().width(300).height(200).build(); '
                'chart.addSeries("a", new double[] {1, 2}, new double[] {2, 1});')
    data = shown(client, "chart")
    assert data["image/png"].startswith("iVBOR") and "<svg" in data["image/svg+xml"]
    assert data["text/plain"]


def test_markdown_latex_and_json_are_passed_on(client):
    assert shown(client, 'markdown("**a**")')["text/markdown"] == "**a**"
    assert shown(client, 'latex("x^2")')["text/latex"] == "$$x^2$$"
    assert shown(client, 'json(Map.of("a", List.of(1)))')["application/json"] == {"a": [1]}


def test_an_error_in_a_values_own_code_is_shown_as_text(client):
    data = shown(client, 'class Bad { public String toString() { throw new StackOverflowError("no"); } }\nnew Bad()')
    assert "StackOverflowError: no" in data["text/plain"]
    assert shown(client, "1 + 1")["text/plain"] == "2"


def test_what_contains_itself_is_shown(client):
    data = shown(client, "var self = new ArrayList<Object>(); self.add(self); self")
    assert data["text/plain"] == "[(itself)]"


if __name__ == "__main__":
    # Prints the median time of a simple completion; not asserted, since it is the machine's.
    manager, kernel = start_new_kernel(kernel_name=NAME)
    run(kernel, 'String text = "abc";')
    for asked in ("text.sub", "Math.", "text.chars()."):
        times = []
        for _ in range(60):
            start = time.perf_counter()
            complete(kernel, asked)
            times.append(1000 * (time.perf_counter() - start))
        print(f"{asked:16} median {statistics.median(times[10:]):6.1f} ms")
    kernel.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.mark.parametrize("code, status", [
    ("1 +* 2", "invalid"), ("int x = 1 2;", "invalid"), ("x = = 3", "invalid"), ("if (x) { 1 +* 2 }", "invalid"),
    ("1 + + 2", "complete"), ("int x = 1", "complete"), ("x", "complete"), ("a -> b", "complete"), ("return 3;", "complete"),
    ("import a.b", "complete"), ("class A { int x; }", "complete"), ("@Foo int f() { return g(); }", "complete"),
    ("for (int i = 0; i < 3; i++) f()", "complete"), ("int[] a = {1, 2}; // two\na[0]", "complete"), ("1 +", "incomplete"),
    ("// nothing", "complete"), ("%magics", "complete"), ("List<String> l = new ArrayList<>() {{ add(x); }}", "complete"),
])
def test_what_is_java_nowhere_is_invalid(client, code, status):
    assert ask(client, client.is_complete, code)["status"] == status
