"""Errors as their authors read them."""
import subprocess

import pytest
from cells import error_text, printed, result, run, value


@pytest.mark.parametrize("code, words", [
    ('"abc".lenght()', ["String has no method lenght()", "did you mean length?"]),
    ("int total = 1;\ntotl + 1", ["no variable totl", "line 2", "^^^^", "did you mean total?"]),
    ("new ArrayLst<String>()", ["no class ArrayLst", "is an import missing?", "ArrayList"]),
    ("int whole = 3.5;", ["double does not fit into int"]),
    ('int word = "a";', ["int is needed here, given is String"]),
    ("interface Go { Go pairs(List<String> p); }\nGo go = null;\ngo.pair()", ["did you mean pairs?", "next here: pairs(List<String>)"]),
    ('Math.max("a")', ["possible:", "max(int, int)"]),
    ("Sytem.out.println(1);", ["no variable, class or package Sytem", "did you mean System?"]),
    ('"abc".length', ["String has no field length", "did you mean length()?"]),
    ("int[] numbers = {1};\nnumbers.length()", ["did you mean length?"]),
    ("enum Colour { RED, GREEN }\nColour.BLUE", ["next here: GREEN, RED"]),
    ("int five = 5;\nif (five = 5) {}", ["boolean is needed here, given is int", "did you mean == ?"]),
    ("String typeset = \u201cword\u201d;", ["Java knows no \u201c here; did you mean \" ?"]),
    ("import java.util.Lst;", ["java.util has no class Lst.", "did you mean List?"]),
    ("Function<String, Integer> same = s -> s;", ["Integer is needed here, given is String."]),
    ("int sum = Math.max(int a, 3);", ["A type stands before a, where only a value can be."]),
    ("int 2x = 3;", ["2x cannot be a name"]),
    ('println("x")', ["did you mean System.out.println?"]),
    ('int three = Integer("3");', ["did you mean new Integer(…)?"]),
    ("int none = null;", ["int is needed here, given is null."]),
    ("3 = 4;", ["Only a variable can be given a value"]),
    ("int other = true ? \"x\" : 3;", ["int is needed here, given is String."]),
    ("java.util.Lisst.of()", ["did you mean List?"]),
    ("else {}", ["No statement can be read from this."]),
    ("int lost = 1; /* all that follows\nint found = 2;", ["A comment begins with /* and does not end", "line 1"]),
    ("/* all of it\nint found = 2;", ["A comment begins with /* and does not end"]),
])
def test_a_compile_error_says_what_to_write(client, code, words):
    outputs, reply = run(client, code)
    assert reply["ename"] == "CompileError"
    for word in words:
        assert word in error_text(outputs)


@pytest.mark.parametrize("code, words", [
    (f'String s = "{"a" * 70_000}";', "here is one of 70,000 bytes"),
    (f'System.out.println("{"é" * 40_000}");', "here is one of 80,000 bytes"),
    (f"int[] s = {{{','.join(map(str, range(20_000)))}}};", "65,535 bytes of compiled code"),
])
def test_what_no_class_file_holds_is_one_error_and_the_session_stays_whole(client, code, words):
    outputs, reply = run(client, code)
    assert reply["ename"] == "CompileError" and words in reply["evalue"]
    assert [o["msg_type"] for o in outputs if o["msg_type"] not in ("status", "execute_input")] == ["error"]
    assert len(error_text(outputs)) < 1500
    assert value(client, "1 + 1") == "2"
    assert value(client, "int after = 3;\nafter + 1") == "4"


@pytest.mark.parametrize("code", ["let y = 3;", "import static java.lang.Math.sqroot;", "java.util.Lisst.of()"])
def test_far_names_are_not_offered(client, code):
    text = error_text(run(client, code)[0])
    assert "Set" not in text and "Imports" not in text and "UUID" not in text


def test_a_variable_of_an_unknown_class_is_told(client):
    outputs, _ = run(client, "Strin word;")
    assert "word cannot be used yet" in printed(outputs, "stderr") and "did you mean String" in printed(outputs, "stderr")


@pytest.mark.parametrize("code, said", [
    ("while (false) { int q = 1; }", "never reached"),
    ("int class = 3;", "class cannot be a name"),
    ("for (int i = 0, i < 3, i++) {}", "Here ; is missing"),
    ("int broken() { if 3 > 2 { return 1; } return 2; }", "Here ( is missing"),
])
def test_what_only_follows_from_an_error_is_not_told(client, code, said):
    text = error_text(run(client, code)[0])
    assert said in text and text.count("error: ") == 1


@pytest.mark.parametrize("code, words", [
    ("clips.size()", "clips is not declared in this session; after a restart run the cell that declares it again."),
    ("Objects.hash(uuid)", "uuid is not declared in this session"),
    ("twicefold(3)", "twicefold is not declared in this session"),
    ("math.max(1, 2)", "did you mean Math?"),
    ("sytem.out.println(1);", "did you mean System?"),
])
def test_a_variable_that_is_gone_is_not_taken_for_a_type(client, code, words):
    text = error_text(run(client, code)[0])
    assert words in text and "UUID" not in text


@pytest.mark.parametrize("before", ["", "\"a\".length() + " * 3, "\"a\".length() + " * 20])
def test_a_marked_line_is_short_enough_not_to_be_broken(client, before):
    outputs, _ = run(client, f"int far = {before}lenghten + " + "\"b\".length() + " * 20 + "1;")
    lines = error_text(outputs).splitlines()
    marker = next(i for i, line in enumerate(lines) if "^^^" in line)
    assert lines[marker - 1][lines[marker].index("^"):].startswith("lenghten")
    assert max(len(line) for line in lines[marker - 1:marker + 1]) <= 76


def test_the_marker_stands_below_its_name_after_tabs_and_wide_characters(client):
    text = error_text(run(client, 'String wide =\t"\u65e5\u672c\U0001F600" + lenght;')[0])
    assert '\n               \t \u3000\u3000      ^^^^^^' in text


def test_a_declaration_that_nothing_can_use_yet_says_why(client):
    outputs, reply = run(client, "int width = 3;\nint doubled() { return 2 * widht; }")
    told = printed(outputs, "stderr")
    assert reply["status"] == "ok" and "doubled cannot be used yet" in told
    assert "There is no variable widht" in told and "line 2" in told and "did you mean width?" in told
    assert printed(outputs) == ""
    for use in ("doubled()", "int four = doubled();", "System.out.println(doubled());"):
        outputs, reply = run(client, use)
        assert reply["status"] == "error" and reply["ename"] == "UnresolvedReference"
        assert "There is no variable widht" in reply["evalue"] and "^^^^^" in error_text(outputs)


def test_another_word_is_not_offered_for_a_method_that_is_not_there(client):
    text = error_text(run(client, "later()")[0])
    assert "There is no method later() here" in text and "did you mean" not in text


@pytest.mark.parametrize("code", ["exit", "quit", "exit()", "quit();"])
def test_who_wants_to_leave_is_told_how(client, code):
    outputs, reply = run(client, code)
    assert reply["status"] == "error" and "press Ctrl-D" in error_text(outputs)
    assert value(client, "1 + 1") == "2"


def test_a_text_that_is_null_is_told_with_its_class(client):
    run(client, "class Quiet { public String toString() { return null; } }")
    words = "null, which is what toString() of Quiet returns"
    assert value(client, "new Quiet()") == words and value(client, "List.of(new Quiet())") == f"[{words}]"


def test_a_class_with_an_error_is_not_called_unknown_without_more(client):
    outputs, _ = run(client, "class Parent { Parent(int x) {} }\nclass Child extends Parent { Child() {} }")
    assert "Parent takes (int)" in printed(outputs, "stderr")
    assert "Child is declared, but with an error" in error_text(run(client, "new Child()")[0])


def test_declarations_of_a_cell_may_need_later_ones(client):
    outputs, reply = run(client, "int even(int n) { return n == 0 ? 1 : odd(n - 1); }\n"
                                 "int odd(int n) { return n == 0 ? 0 : even(n - 1); }")
    assert reply["status"] == "ok" and printed(outputs, "stderr") == ""


@pytest.mark.parametrize("body, said", [
    ("public String getMessage() { throw new IllegalStateException(); }", "cannot be read"),
    ("public String getMessage() { return null; } public String toString() { throw new Error(); }", "Odd"),
    ("public StackTraceElement[] getStackTrace() { return null; }", "Odd"),
    ("public StackTraceElement[] getStackTrace() { throw new Error(); }", "Odd"),
    ("public Throwable getCause() { throw new Error(); }", "Odd"),
    ("public Throwable getCause() { return new Odd(); }", "Caused by"),
    ("Throwable twin; public Throwable getCause() { if (twin == null) { var t = new Odd(); t.twin = this; twin = t; } return twin; }", "Caused by"),
    ('public String getMessage() { return "x".repeat(10_000_000); }', "10,000,000 characters in all"),
])
def test_an_error_whose_own_code_is_odd_is_told_all_the_same(client, body, said):
    outputs, reply = run(client, "class Odd extends RuntimeException { " + body + " }\nthrow new Odd();")
    assert reply["ename"] == "Odd" and said in error_text(outputs)
    assert len(error_text(outputs)) < 30_000


def test_names_are_those_of_the_cells(client):
    outputs, reply = run(client, "class Pet { int legs() { return 4; } }\nPet pet = null;\npet.legs()")
    assert reply["evalue"] == 'Cannot invoke "Pet.legs()" because "pet" is null'
    assert value(client, "new Pet()").startswith("Pet@")


def test_a_deep_recursion_is_told_once(client):
    outputs, reply = run(client, "int deeper(int n) { return deeper(n + 1); }\ndeeper(0)")
    assert reply["ename"] == "java.lang.StackOverflowError"
    assert error_text(outputs).count("at deeper, cell") == 1 and "frames left out" in error_text(outputs)


def test_assert_is_checked(client):
    assert run(client, 'assert 1 > 2 : "no";')[1]["evalue"] == "no"


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


PROCESSOR = """package gen;
import java.util.Set;
import javax.annotation.processing.*;
import javax.lang.model.element.TypeElement;
@SupportedAnnotationTypes("gen.api.*")
public class Maker extends AbstractProcessor {
    public boolean process(Set<? extends TypeElement> found, RoundEnvironment round) { return false; }
}"""
ANNOTATION = """package gen.api;
import java.lang.annotation.*;
@Retention(RetentionPolicy.SOURCE) public @interface Getters {}"""


@pytest.fixture
def processor(tmp_path):
    """A folder of classes with an annotation and its processor, as Lombok's jar has them."""
    for path, text in (("gen/Maker.java", PROCESSOR), ("gen/api/Getters.java", ANNOTATION)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    subprocess.run(["javac", "-proc:none", "-d", str(tmp_path), "gen/Maker.java", "gen/api/Getters.java"], cwd=tmp_path, check=True)
    services = tmp_path / "META-INF/services/javax.annotation.processing.Processor"
    services.parent.mkdir(parents=True)
    services.write_text("gen.Maker # makes getters\n")
    return tmp_path


def test_an_annotation_whose_processor_does_not_run_is_told(client, processor):
    run(client, f"%classpath {processor}")
    outputs, reply = run(client, "import gen.api.*;\n@Getters class Named { String name = \"a\"; }")
    told = printed(outputs, "stderr")
    assert reply["status"] == "ok" and "@Getters adds nothing here: gen.Maker would work on it" in told
    outputs, _ = run(client, "@Deprecated class Old { @Override public String toString() { return \"@Getters\".substring(1); } }\nnew Old()")
    assert result(outputs) == ["Getters"] and printed(outputs, "stderr") == ""
