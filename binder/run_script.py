"""Runs a file of DSL code in plain JShell: run_script.py CLASS_PATH FILE.

JShell goes on after a snippet that fails and then exits 0, so its feedback is watched for failures.
"""
import os
import subprocess
import sys
import tempfile

FAILURES = ("|  Error", "|  Exception", "|  attempted to")


def main(class_path, script):
    tool = os.path.join(os.environ["JAVA_HOME"], "bin")
    imports = subprocess.run(
        [os.path.join(tool, "java"), "-cp", class_path, "io.github.alprolab.dsl.Imports"],
        check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        start = os.path.join(folder, "start.jsh")
        end = os.path.join(folder, "end.jsh")
        with open(start, "w", encoding="utf-8") as out:
            out.write(imports)
        with open(end, "w", encoding="utf-8") as out:
            out.write("/exit\n")
        process = subprocess.Popen(
            [os.path.join(tool, "jshell"), "--execution", "local", "--class-path", class_path,
             "--startup", "DEFAULT", "--startup", start, "--feedback", "concise",
             "-J-Djava.awt.headless=true", script, end],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        failed = False
        for line in process.stdout:
            failed = failed or line.startswith(FAILURES)
            print(line, end="", flush=True)
        return process.wait() or int(failed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
