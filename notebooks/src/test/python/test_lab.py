"""The start script: what is missing is said in one sentence with the way to get it."""
import shutil
import subprocess
import sys

import pytest

TOOLS = ["sh", "sed", "head", "date", "readlink", "dirname", "cat", "mkdir", "rm", "mv", "awk", "df",
         "cksum", "find", "sleep", "kill", "tail", "env", "grep", "sort", "paste", "cut", "tee"]
JAVA = """#!/bin/sh
case "$*" in
    *-XshowSettings*) echo "    java.home = {home}" >&2 ;;
esac
echo 'openjdk version "{version}"' >&2
"""


@pytest.fixture
def machine(tmp_path, root):
    """A machine with the usual tools and nothing else; programs are added by name and text."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in TOOLS:
        if found := shutil.which(tool):
            (tools / tool).symlink_to(found)
    copy = tmp_path / "checkout"
    copy.mkdir()
    shutil.copy(root / "lab", copy / "lab")
    (copy / "binder").mkdir()
    for part in (root / "binder").glob("*.sh"):
        shutil.copy(part, copy / "binder")

    class Machine:
        checkout = copy

        def program(self, name, text):
            path = tools / name
            path.unlink(missing_ok=True)
            path.write_text(text)
            path.chmod(0o755)

        def jdk(self, version="17.0.15", tools_there=True):
            home = tmp_path / "java"
            (home / "bin").mkdir(parents=True, exist_ok=True)
            for tool in ["javac", "jshell"] if tools_there else []:
                (home / "bin" / tool).write_text("#!/bin/sh\n")
                (home / "bin" / tool).chmod(0o755)
            self.program("java", JAVA.format(home=home, version=version))

        def maven(self, version="3.9.9"):
            self.program("mvn", f"#!/bin/sh\necho 'Apache Maven {version} (x)'\n")

        def failing_maven(self, line):
            """One that fails with a line, and notes how it was called."""
            self.program("mvn", "#!/bin/sh\n[ \"$1\" != -v ] || { echo Apache Maven 3.9.9; exit; }\n"
                                f"echo \"$*\" >>{tmp_path}/calls\necho '{line}'\nexit 1\n")

        def calls(self):
            return (tmp_path / "calls").read_text().splitlines()

        def python(self):
            (tools / "python3").symlink_to(sys.executable)

        def lab(self, *arguments):
            environment = {"PATH": str(tools), "HOME": str(tmp_path)}
            return subprocess.run([str(copy / "lab"), *arguments], env=environment,
                                  capture_output=True, text=True, timeout=60)

    return Machine()


def missing(result, *parts):
    assert result.returncode == 2
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("lab: ")
    for part in parts:
        assert part in lines[0]


def test_no_java(machine):
    missing(machine.lab("setup"), "No Java was found", "install a JDK of version 17 or newer")


def test_an_old_java(machine):
    machine.jdk("11.0.2")
    missing(machine.lab("setup"), "Java 11 was found, 17 is the least")


def test_a_runtime_without_compiler(machine):
    machine.jdk(tools_there=False)
    missing(machine.lab("setup"), "runtime only (a JRE)", "install a JDK")


def test_no_maven(machine):
    machine.jdk()
    missing(machine.lab("setup"), "Maven was not found", "3.8 or newer")


def test_an_old_maven(machine):
    machine.jdk()
    machine.maven("3.6.3")
    missing(machine.lab("setup"), "Maven 3.6 was found, 3.8 is the least")


def test_no_python(machine):
    machine.jdk()
    machine.maven()
    missing(machine.lab("setup"), "Python was not found", "python3-venv")


def test_no_venv_module(machine):
    machine.jdk()
    machine.maven()
    machine.program("python3", "#!/bin/sh\ncase \"$*\" in *ensurepip*) exit 1 ;; esac\n")
    missing(machine.lab("setup"), "venv module is missing", "python3-venv")


def test_no_room_on_the_disk(machine):
    machine.jdk()
    machine.maven()
    machine.python()
    machine.program("df", "#!/bin/sh\necho head\necho d 1 1 102400 1 /\n")
    missing(machine.lab("setup"), "100 MB are free", "needs 3072")


def test_a_word_it_does_not_know_shows_the_usage(machine):
    result = machine.lab("dance")
    assert result.returncode == 2
    assert "usage: ./lab" in result.stderr


@pytest.fixture
def project(machine):
    """Two modules, one with a test of Java and one of Python."""
    machine.jdk()
    machine.failing_maven("[INFO] Tests run: 1")
    (machine.checkout / "pom.xml").write_text("<modules>\n <module>one</module>\n <module>two</module>\n</modules>\n")
    (machine.checkout / "two").mkdir()
    java = machine.checkout / "one" / "src" / "test" / "java" / "a" / "b"
    java.mkdir(parents=True)
    (java / "WireTest.java").touch()
    (java / "SignerTest.java").touch()
    python = machine.checkout / "one" / "src" / "test" / "python"
    python.mkdir()
    (python / "test_output.py").touch()
    return machine


@pytest.mark.parametrize("arguments, parts", [
    (["thre"], ["no module “thre”", "one two"]),
    (["one", "Wiretest"], ["one has no test “Wiretest”", "like it: WireTest", "test_output.py"]),
    (["one", "test_outpt.py"], ["one has no test “test_outpt.py”", "like it: test_output.py"]),
    (["two", "WireTest"], ["two has no test “WireTest”"]),
    (["one", "WireTest", "more"], ["a module and a test of it, got: one WireTest more"]),
])
def test_a_module_or_test_that_is_not_there_is_said_with_those_that_are(project, arguments, parts):
    missing(project.lab("test", *arguments), *parts)


@pytest.mark.parametrize("name, asked", [
    ("WireTest", "-Dtest=a.b.WireTest "),
    ("WireTest#reads", "-Dtest=a.b.WireTest#reads "),
    ("*Test", "-Dtest=a.b.SignerTest,a.b.WireTest "),
    ("*Test#re*", "-Dtest=a.b.SignerTest#re*,a.b.WireTest#re* "),
])
def test_one_test_asks_maven_for_its_module_alone(project, name, asked):
    result = project.lab("test", "one", name)
    assert result.returncode == 1
    assert "one: failed, see above" in result.stderr
    (call,) = project.calls()
    assert call.startswith("-o -B -ntp -pl one -am test ")
    assert asked in call


def test_what_does_not_compile_is_not_compiled_a_second_time(project):
    project.failing_maven("[ERROR] COMPILATION ERROR")
    assert "COMPILATION ERROR" in project.lab("test", "one", "WireTest").stdout
    assert len(project.calls()) == 1


def test_what_is_not_fetched_yet_is_asked_for_with_the_network(project):
    project.failing_maven("[ERROR] Cannot access x in offline mode and the artifact y has not been downloaded")
    project.lab("test", "one", "WireTest")
    first, second = project.calls()
    assert first.startswith("-o ") and second == first.removeprefix("-o ")


@pytest.mark.parametrize("line, runs", [("[ERROR] COMPILATION ERROR", 1),
                                        ("[ERROR] Cannot access x in offline mode", 2)])
def test_set_up_runs_maven_again_for_missing_files_alone(project, line, runs):
    project.failing_maven(line)
    result = project.lab("kernelspec", "folder")
    assert result.returncode == 2
    assert line in result.stderr and "The build failed" in result.stderr
    assert len(project.calls()) == runs


@pytest.fixture
def script(root, tmp_path):
    if not (root / ".lab" / "kernel").exists():
        pytest.skip("nothing is set up by ./lab; ./lab test does that")

    def run(text):
        file = tmp_path / "code.jsh"
        file.write_text(text)
        return subprocess.run([str(root / "lab"), "script", str(file)], capture_output=True,
                              text=True, timeout=300)
    return run


def test_a_script_uses_the_dsl_without_imports(script):
    result = script('var t = Trainer.adamW(1e-3).epochs(3);\n'
                    'display(t.epochs() + " " + Objective.VTC);\n'
                    'Encoders.tiny()\n')
    assert result.returncode == 0, result.stdout + result.stderr
    assert "3 Objective.VTC" in result.stdout
    assert "fusion" in result.stdout


def test_a_script_stops_at_its_first_error(script):
    result = script('Trainer.adamW(-1);\nSystem.out.println("not reached");\n')
    assert result.returncode == 1
    assert "learningRate(-1)" in result.stderr
    assert "not reached" not in result.stdout


def test_a_script_that_calls_what_is_not_there_fails(script):
    assert "missing" in (result := script('void f() { missing(); }\nf();\n')).stderr
    assert result.returncode == 1


def test_a_script_knows_the_text_of_an_objective_with_what_it_uses(script):
    result = script('double half = 0.5;\nvar own = Objective.named("own").loss(s -> s.zero().add(half));\n'
                    'System.out.println(own.source());\n')
    assert result.returncode == 0, result.stdout + result.stderr
    assert 'double half = 0.5;\nvar own = Objective.named("own").loss(s -> s.zero().add(half));' in result.stdout
