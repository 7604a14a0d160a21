"""Errors as their authors read them."""
import pytest
from cells import error_text, run


@pytest.mark.parametrize("code, words", [
    ('"abc".lenght()', ["String has no method lenght()", "did you mean length?"]),
    ("int total = 1;\ntotl + 1", ["no variable totl", "line 2", "^^^^", "did you mean total?"]),
    ("new ArrayLst<String>()", ["no class ArrayLst", "is an import missing?", "ArrayList"]),
    ("int whole = 3.5;", ["double does not fit into int"]),
    ('int word = "a";', ["int is needed here, given is String"]),
    ("interface Go { Go pairs(List<String> p); }\nGo go = null;\ngo.pair()", ["did you mean pairs?", "next here: pairs(List<String>)"]),
    ('Math.max("a")', ["possible:", "max(int, int)"]),
])
def test_a_compile_error_says_what_to_write(client, code, words):
    outputs, reply = run(client, code)
    assert reply["ename"] == "CompileError"
    for word in words:
        assert word in error_text(outputs)


def test_only_frames_of_cells_are_shown_and_all_causes(client):
    run(client, """int each(List<Integer> all) {
    all.forEach(i -> {
        throw new IllegalStateException("outer", new java.io.IOException("inner"));
    });
    return 0;
}""")
    outputs, reply = run(client, "each(List.of(1))")
    text = error_text(outputs)
    assert reply["ename"] == "java.lang.IllegalStateException" and reply["evalue"] == "outer"
    assert "--> 3" in text and "each, cell" in text and "Caused by: java.io.IOException" in text and "inner" in text
    assert "jdk.jshell" not in text and "reflect" not in text and "io.github.alprolab" not in text


def test_colours_are_readable_on_light_and_dark(client):
    outputs, _ = run(client, 'throw new IllegalStateException("x");')
    assert not any(code in error_text(outputs) for code in ("\x1b[30m", "\x1b[37m", "\x1b[97m", "\x1b[90m"))
