"""Files that other programs read: they parse, and name what the project has."""
import json
import re
from xml.etree import ElementTree

import yaml

POM = "{http://maven.apache.org/POM/4.0.0}"


def test_every_yaml_file_parses(root):
    files = [root / "CITATION.cff", *(root / ".github").rglob("*.yml")]
    assert len(files) >= 5
    for file in files:
        assert isinstance(yaml.safe_load(file.read_text()), dict), file


def test_workflows_test_the_floor_and_the_newest_java_everywhere(root):
    jobs = yaml.safe_load((root / ".github/workflows/tests.yml").read_text())["jobs"]
    assert all(job["strategy"]["matrix"]["java"] == [17, 25] for job in jobs.values())
    systems = {jobs["everything"]["runs-on"], *jobs["kernel"]["strategy"]["matrix"]["os"]}
    assert systems == {"ubuntu-latest", "macos-latest", "windows-latest"}
    pom = ElementTree.parse(root / "pom.xml").getroot()
    assert pom.find(f"{POM}properties/{POM}maven.compiler.release").text == "17"


def test_workflows_run_what_is_there(root):
    steps = re.findall(r"- run: (\S+)", (root / ".github/workflows/tests.yml").read_text())
    assert steps == [".ci/run", "mvn"]
    assert (root / ".ci/run").stat().st_mode & 0o111


def test_the_development_container_is_built_from_files_that_are_there(root):
    folder = root / ".devcontainer"
    build = json.loads((folder / "devcontainer.json").read_text())["build"]
    dockerfile = (folder / build["dockerfile"]).read_text()
    for copied in re.findall(r"^COPY (\S+)", dockerfile, re.M):
        assert (folder / build["context"] / copied).is_file()


def test_every_artifact_says_what_a_repository_asks_for(root):
    pom = ElementTree.parse(root / "pom.xml").getroot()
    for element in ["name", "description", "url", "licenses", "developers", "scm"]:
        assert pom.find(POM + element) is not None, element
    for module in pom.findall(f"{POM}modules/{POM}module"):
        own = ElementTree.parse(root / module.text / "pom.xml").getroot()
        assert own.find(POM + "artifactId").text == "alprolab-" + module.text
        assert own.find(POM + "description") is not None


def test_one_version_is_named_everywhere_and_the_newest_release_is_it(root):
    poms = [ElementTree.parse(path).getroot() for path in (root / "pom.xml", *root.glob("*/pom.xml"), root / "bench/spark/pom.xml")]
    named = {pom.findtext(POM + "version") or pom.findtext(f"{POM}parent/{POM}version") for pom in poms}
    python = re.search(r'^version = "(.*)"', (root / "kernel/src/main/python/pyproject.toml").read_text(), re.M).group(1)
    citation = yaml.safe_load((root / "CITATION.cff").read_text())["version"]
    released = re.search(r"^## (\d\S+)", (root / "CHANGELOG.md").read_text(), re.M).group(1)
    assert named == {python} == {citation} == {released}


def test_the_badge_opens_a_notebook_of_the_repository_that_the_project_names(root):
    place, notebook = re.search(r"https://mybinder\.org/v2/gh/(\S+)/main\?urlpath=lab/tree/([^)\s]+)", (root / "README.md").read_text()).groups()
    assert (root / notebook).is_file()
    pom = ElementTree.parse(root / "pom.xml").getroot()
    citation = yaml.safe_load((root / "CITATION.cff").read_text())
    assert pom.find(POM + "url").text == citation["repository-code"] == f"https://github.com/{place}"


def test_binder_finds_what_it_looks_for(root):
    folder = root / "binder"
    assert (folder / "postBuild").stat().st_mode & 0o111
    assert "maven" in (folder / "apt.txt").read_text().split()
    assert all("==" in line for name in ("requirements.txt", "requirements-test.txt")
               for line in (folder / name).read_text().split())
