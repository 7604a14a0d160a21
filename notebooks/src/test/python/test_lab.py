"""The start script: what is missing is said in one sentence with the way to get it."""
import shutil
import subprocess
import sys

import pytest

TOOLS = ["sh", "sed", "head", "date", "readlink", "dirname", "cat", "mkdir", "rm", "mv", "awk", "df",
         "cksum", "find", "sleep", "kill", "tail", "env"]
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

    class Machine:
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
    assert "3 VTC" in result.stdout
    assert "fusion" in result.stdout


def test_a_script_stops_at_its_first_error(script):
    result = script('Trainer.adamW(-1);\nSystem.out.println("not reached");\n')
    assert result.returncode == 1
    assert "learningRate(-1)" in result.stderr
    assert "not reached" not in result.stdout


def test_a_script_that_calls_what_is_not_there_fails(script):
    assert "missing" in (result := script('void f() { missing(); }\nf();\n')).stderr
    assert result.returncode == 1
