"""What cells see: the JDK, the kernel's api and what they asked for, but not the kernel's own libraries."""
import os
import subprocess
import sys

import pytest
from jupyter_client.manager import start_new_kernel

from cells import NAME, ask, error_text, printed, result, run, value
from test_install import lab
from test_magics import MavenRepository, dependency, environment, jar  # noqa: F401: a fixture

LATER = "Restart the kernel and ask for {} first to have it."


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The kernel alone, installed on its own, and the folder it was made in."""
    place = tmp_path_factory.mktemp("alone")
    made = lab("kernelspec", place / "java-kernel")
    assert made.returncode == 0, made.stderr
    subprocess.run([sys.executable, "-m", "jupyter", "kernelspec", "install", "--name", "alone", "--prefix",
                    place / "prefix", place / "java-kernel"], check=True, capture_output=True)
    before = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = str(place / "prefix" / "share" / "jupyter")
    yield place
    del os.environ["JUPYTER_PATH"]
    if before is not None:
        os.environ["JUPYTER_PATH"] = before


@pytest.fixture
def own(alone):
    """A session of the kernel alone."""
    manager, client = start_new_kernel(kernel_name="alone")
    client.manager = manager
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def shown(outputs):
    return [o["content"]["data"] for o in outputs if "data" in o["content"]][-1]


def added(client, coordinates):
    """What %maven says of artifacts of the registry; skips where there is none."""
    outputs, reply = run(client, f"%maven {coordinates}", timeout=300)
    if reply["status"] == "error" and "Asked were the local repository" in reply["evalue"]:
        pytest.skip(f"no Maven repository gives {coordinates}: {reply['evalue'].splitlines()[0]}")
    assert reply["status"] == "ok", outputs
    return shown(outputs)["text/plain"]


def test_the_folder_of_the_kernel_alone_has_nothing_that_only_its_users_may_want(alone):
    jars = " ".join(jar.name for jar in (alone / "java-kernel" / "lib").iterdir())
    assert not any(name in jars for name in ("tablesaw", "xchart", "guava", "icu4j", "VectorGraphics"))


@pytest.mark.parametrize("name", [
    "com.fasterxml.jackson.databind.ObjectMapper", "org.slf4j.LoggerFactory", "org.objectweb.asm.ClassReader",
    "org.eclipse.aether.RepositorySystem", "io.github.alprolab.kernel.session.JavaSession",
    "io.github.alprolab.kernel.Main"])
def test_neither_the_compiler_nor_running_code_sees_what_the_kernel_is_made_of(own, name):
    outputs, reply = run(own, f"{name} it = null;")
    assert reply["status"] == "error" and name.split(".")[-1] in error_text(outputs)
    outputs, reply = run(own, f'Class.forName("{name}")')
    assert reply["ename"] == "java.lang.ClassNotFoundException"
    outputs, _ = run(own, f'Thread.currentThread().getContextClassLoader().getResource("{name.replace(".", "/")}.class")')
    assert shown(outputs)["text/plain"] == "null"


def test_the_jdk_with_all_its_modules_and_the_kernels_api_are_seen(own):
    assert value(own, "new io.github.alprolab.kernel.api.MagicException(\"x\").getMessage()") == "x"
    assert value(own, "java.sql.Types.INTEGER + jdk.jshell.JShell.class.getSimpleName()") == "4JShell"
    assert value(own, "javax.tools.ToolProvider.getSystemJavaCompiler() instanceof com.sun.source.util.Plugin") == "false"
    assert value(own, "ServiceLoader.load(java.nio.file.spi.FileSystemProvider.class).findFirst().isPresent()") == "true"
    code = "io.github.alprolab.kernel."
    matches = ask(own, "complete_request", {"code": code, "cursor_pos": len(code)})["content"]["matches"]
    assert "api." in matches and "session." not in matches
    page = ask(own, "inspect_request", {"code": "markdown", "cursor_pos": 3, "detail_level": 0})["content"]
    assert "Markdown" in page["data"]["text/plain"]


def test_a_version_that_is_asked_for_runs_though_the_kernel_has_another(own, tmp_path):
    """A class of the name that one of the kernel's own Jackson has."""
    source = tmp_path / "ObjectMapper.java"
    source.write_text("package com.fasterxml.jackson.databind; public class ObjectMapper { public int own = 1; }")
    subprocess.run(["javac", "--release", "17", "-d", tmp_path / "classes", source], check=True)
    run(own, f"%classpath {tmp_path}/classes")
    assert value(own, "new com.fasterxml.jackson.databind.ObjectMapper().own") == "1"
    assert shown(run(own, 'json(Map.of("a", List.of(1)))')[0])["application/json"] == {"a": [1]}


def test_three_versions_of_a_library_are_asked_for_and_got(alone, own, environment, tmp_path):  # noqa: F811
    repository = MavenRepository(tmp_path / "repository")
    for version in ("1.0", "2.0", "3.0"):
        repository.put("leaf", version)
    repository.put("tree", "1.0", dependency("leaf", "1.0"))
    where = f"%mavenRepo local {(tmp_path / 'repository').as_uri()}\n%maven "
    manager, client = start_new_kernel(kernel_name="alone")
    try:
        run(client, where + "g:leaf:1.0")
        assert "leaf 2.0 took the place of leaf 1.0, which no code had used yet" in shown(
            run(client, "%maven g:leaf:2.0")[0])["text/plain"]
        assert value(client, "g.Leaf.says()") == "leaf 2.0"
        said = shown(run(client, "%maven g:leaf:3.0")[0])["text/plain"]
        assert "code of version 2.0 is in use (g.Leaf). " + LATER.format("3.0") in said
        assert value(client, "g.Leaf.says()") == "leaf 2.0"
        for version in ("3.0", "1.0"):
            manager.restart_kernel(now=True)
            client.wait_for_ready(timeout=60)
            run(client, where + f"g:leaf:{version}\n%maven g:tree:1.0")
            assert value(client, "g.Leaf.says()") == f"leaf {version}"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_what_is_added_has_its_resources_services_serialization_and_packages(own, tmp_path):
    jar(tmp_path / "lib" / "thing.jar", "p", "Thing", "said")
    (tmp_path / "folder" / "META-INF" / "services").mkdir(parents=True)
    (tmp_path / "folder" / "note.txt").write_text("a note")
    (tmp_path / "folder" / "q").mkdir()
    (tmp_path / "q.java").write_text(
        "package q; public class Service implements Runnable, java.io.Serializable { public int n = 3; public void run() {} }")
    (tmp_path / "q.java").rename(tmp_path / "Service.java")
    subprocess.run(["javac", "--release", "17", "-d", tmp_path / "folder", tmp_path / "Service.java"], check=True)
    (tmp_path / "folder" / "META-INF" / "services" / "java.lang.Runnable").write_text("q.Service\n")
    run(own, f"%classpath {tmp_path}/lib/thing.jar {tmp_path}/folder")
    assert value(own, "p.Thing.says()") == "said"
    assert value(own, "ServiceLoader.load(Runnable.class).findFirst().get().getClass().getName()") == "q.Service"
    assert value(own, 'new String(q.Service.class.getResourceAsStream("/note.txt").readAllBytes())') == "a note"
    assert value(own, "p.Thing.class.getPackage().getName() + q.Service.class.getPackage().getName()") == "pq"
    assert value(own, "p.Thing.class.getProtectionDomain().getCodeSource().getLocation().getPath()").endswith("thing.jar")
    outputs, reply = run(own, """var bytes = new ByteArrayOutputStream();
new ObjectOutputStream(bytes).writeObject(new q.Service());
((q.Service) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject()).n""")
    assert result(outputs) == ["3"], outputs


def test_jackson_and_guava_of_the_registry_are_those_that_were_asked_for(own):
    added(own, "com.fasterxml.jackson.core:jackson-databind:2.9.10 com.google.guava:guava:19.0")
    assert value(own, "new com.fasterxml.jackson.databind.ObjectMapper().version()") == "2.9.10"
    assert value(own, "com.google.common.base.Objects.firstNonNull(null, 19)") == "19"  # gone from 21 on
    tree = 'new com.fasterxml.jackson.databind.ObjectMapper().readTree("{\\"a\\": [1, 2]}")'
    assert shown(run(own, f"json({tree})")[0])["application/json"] == {"a": [1, 2]}
    outputs, _ = run(own, """class Point {
    @com.fasterxml.jackson.annotation.JsonProperty("across") public int x = 4;
}
json(new Point())""")
    assert shown(outputs)["application/json"] == {"across": 4}


def test_a_log_that_a_user_asks_for_is_heard(own):
    added(own, "ch.qos.logback:logback-classic:1.5.18")
    outputs, reply = run(own, 'org.slf4j.LoggerFactory.getLogger("cell").warn("heard {}", 1);')
    assert reply["status"] == "ok" and "WARN cell" in printed(outputs) and "heard 1" in printed(outputs)


def test_tables_and_charts_of_other_versions_are_shown(own):
    said = added(own, "tech.tablesaw:tablesaw-core:0.38.1")
    assert "tablesaw-core 0.38.1" in said
    outputs, reply = run(own, """import tech.tablesaw.api.*;

Table prices = Table.create("prices").addColumns(
    StringColumn.create("fruit", "apple", "pear", "plum"), DoubleColumn.create("price", 1.5, 2.25, 3));
Table dear = prices.where(prices.numberColumn("price").isGreaterThan(2));
dear.sortDescendingOn("price")""")
    assert reply["status"] == "ok", outputs
    data = shown(outputs)
    assert "<b>prices</b>" in data["text/html"] and "2 rows × 2 columns" in data["text/html"]
    assert "DOUBLE" in data["text/html"] and data["text/html"].index("plum") < data["text/html"].index("pear")
    added(own, "org.knowm.xchart:xchart:3.8.8")
    outputs, reply = run(own, """var chart = new org.knowm.xchart.XYChartBuilder().width(300).height(200).title("Loss").build();
chart.addSeries("train", new double[] {1, 2, 3}, new double[] {3, 2, 1});
chart""")
    assert reply["status"] == "ok", outputs
    data = shown(outputs)
    assert data["text/plain"] == "Chart: Loss" and "image/png" in data and "<svg" in data["image/svg+xml"]


def test_what_the_dsl_needs_is_named_where_another_version_is_asked_for(client):
    assert value(client, "tech.tablesaw.api.Table.class.getClassLoader() == Pairs.class.getClassLoader()") == "true"
    assert run(client, "org.slf4j.LoggerFactory.class")[1]["status"] == "error"
    own_version = value(client, "Class.forName(\"com.google.common.base.Joiner\").getProtectionDomain().getCodeSource().getLocation().getPath()")
    assert "guava-33" in own_version


def test_with_the_dsl_installed_cells_see_the_version_they_asked_for(client):
    said = added(client, "com.fasterxml.jackson.core:jackson-databind:2.9.10")
    assert ("The DSL needs jackson-databind 2.23.0 and keeps it for itself; 2.9.10 was asked for and is what cells see."
            in said)
    assert value(client, "new com.fasterxml.jackson.databind.ObjectMapper().version()") == "2.9.10"
    said = added(client, "tech.tablesaw:tablesaw-core:0.44.4")
    assert "tablesaw-core 0.44.4 is there already, with the DSL." in said
    assert value(client, "tech.tablesaw.api.Table.class.getClassLoader() == Pairs.class.getClassLoader()") == "true"
