"""Cells that nothing stops: a third interrupt leaves their thread behind and gives the prompt back."""
import pytest
from cells import NAME, error, interrupt, late_output, left_behind, printed, replies, result, run, value, wait_for_output
from jupyter_client.manager import start_new_kernel

READY = 'System.out.println("ready"); '
# What holds `lock` until `gate` is opened, so that lock.lock() cannot be interrupted and still returns when a test says so.
HELD = """import java.util.concurrent.locks.*;
var gate = new CountDownLatch(1);
var lock = new ReentrantLock();
var holder = new Thread(() -> { lock.lock(); try { gate.await(); } catch (InterruptedException e) { } finally { lock.unlock(); } });
holder.setDaemon(true);
holder.start();
while (!lock.isLocked()) Thread.sleep(5);"""


@pytest.fixture
def held(client):
    assert run(client, HELD)[1]["status"] == "ok"
    yield
    run(client, "gate.countDown();")


def parent(outputs):
    return outputs[0]["parent_header"]["msg_id"]


@pytest.mark.parametrize("code, place", [
    (f"\n{{ {READY} new ServerSocket(0).accept(); }}", "Net.accept"),
    (f"\n{{ {READY} BigInteger.valueOf(3).pow(30_000_000); }}", "BigInteger"),
    (f"\n%time {{ {READY} new ServerSocket(0).accept(); }}", "Net.accept"),
    (f"\n{{ {READY} var all = new ServerSocket(0); while (true) {{ try {{ all.accept(); }} catch (Exception e) {{ }} }} }}", "Net.accept"),
])
def test_a_third_interrupt_gives_the_prompt_back(client, code, place):
    run(client, "var kept = List.of(1, 2, 3);")
    reply, outputs = left_behind(client, code)
    assert reply["status"] == "error" and reply["ename"] == "CellLeftBehind"
    assert place in reply["evalue"] and "line 2" in reply["evalue"] and "left behind now" in error(outputs)["traceback"][1]
    assert "Interrupt it twice more to leave it behind" in printed(outputs, "stderr")
    assert value(client, "kept") == "[1, 2, 3]"
    assert value(client, "int after(int n) { return n + kept.size(); }\nafter(1)") == "4"
    outputs, reply = run(client, 'for (int i = 0; i < 3; i++) System.out.println("line " + i);')
    assert reply["status"] == "ok" and printed(outputs) == "line 0\nline 1\nline 2\n"


def test_cells_that_are_left_behind_are_listed(client, held):
    reply, outputs = left_behind(client, f"{{ {READY} lock.lock(); }}")
    listed = next(o for o in run(client, "%left")[0] if o["msg_type"] == "display_data")["content"]["data"]["text/plain"]
    assert len(listed.splitlines()) >= 2 and "park" in listed


def test_what_a_thread_left_behind_prints_and_throws_is_shown_below_its_own_cell(client, held):
    reply, outputs = left_behind(client, f'{{ {READY} lock.lock(); System.out.println("late"); throw new IllegalStateException("too late"); }}')
    assert reply["ename"] == "CellLeftBehind"
    after, reply = run(client, 'gate.countDown(); Thread.sleep(500); System.out.println("mine");')
    assert reply["status"] == "ok" and printed(after) == "mine\n" and printed(after, "stderr") == ""
    assert value(client, "1 + 1") == "2"


def test_its_late_words_come_with_its_own_message(client, held):
    _, outputs = left_behind(client, f'{{ {READY} lock.lock(); System.out.println("late"); throw new IllegalStateException("too late"); }}')
    client.execute("gate.countDown();")
    said = late_output(client, parent(outputs), "has ended")
    assert "late\n" in said and "It threw java.lang.IllegalStateException: too late" in said
    client.wait_for_ready(timeout=20)
    assert "park" not in str(run(client, "%left")[0])


def test_its_loops_end_when_it_comes_back_to_them(client, held):
    run(client, "int rounds = 0;")
    _, outputs = left_behind(client, f"{{ {READY} lock.lock(); for (;;) {{ rounds++; }} }}")
    client.execute("gate.countDown();")
    late_output(client, parent(outputs), "has ended")
    client.wait_for_ready(timeout=20)
    outputs, _ = run(client, "{ int before = rounds; Thread.sleep(100); System.out.print(before == rounds); }")
    assert printed(outputs) == "true"


def test_a_stream_that_it_holds_blocks_nobody(client, held):
    run(client, 'class Slow { public String toString() { System.err.println("ready"); lock.lock(); return "slow"; } }')
    left_behind(client, '{ System.out.printf("%s%n", new Slow()); }')
    outputs, reply = run(client, 'System.out.println("free");')
    assert reply["status"] == "ok" and printed(outputs) == "free\n"


@pytest.fixture
def fresh():
    """Without variables that hold a thread, which keep old values open."""
    manager, client = start_new_kernel(kernel_name=NAME)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_an_old_value_that_never_closes_blocks_no_later_cell(fresh):
    client = fresh
    run(client, "class Model implements AutoCloseable { public void close() throws IOException { "
        + READY + " new ServerSocket(0).accept(); } }\nModel model = new Model();")
    reply, _ = left_behind(client, "Model model = null;")
    assert reply["ename"] == "CellLeftBehind"
    assert value(client, "int fresh = 20;\nfresh + 1") == "21"
    assert value(client, "Model model = new Model();\nmodel != null") == "true"


def test_a_value_that_never_shows_itself_is_left_behind_too(client, held):
    run(client, "class Mute { public String toString() { " + READY + ' lock.lock(); return "mute"; } }')
    reply, _ = left_behind(client, "new Mute()")
    assert reply["ename"] == "CellLeftBehind" and value(client, "2 + 2") == "4"


def test_a_value_that_loops_while_it_shows_itself_is_stopped(client):
    run(client, "class Loop { public String toString() { " + READY + " while (true) { } } }")
    message = client.execute("new Loop()")
    wait_for_output(client, message)
    interrupt(client)
    assert replies(client, [message])[0]["status"] == "error" and value(client, "2 + 3") == "5"


def test_code_that_is_left_behind_reaches_the_session_no_more(client, held):
    run(client, "int touched = 1;")
    _, outputs = left_behind(client, f'{{ {READY} lock.lock(); eval("touched = 2;"); }}')
    client.execute("gate.countDown();")
    late_output(client, parent(outputs), "has ended")
    client.wait_for_ready(timeout=20)
    assert value(client, "touched") == "1"


def test_queued_cells_run_after_a_cell_is_left_behind(client):
    reply, _ = left_behind(client, f"{{ {READY} new ServerSocket(0).accept(); }}")
    later = [client.execute(code) for code in ("int a = 1;", "int b = a + 1;", "b")]
    assert [r["status"] for r in replies(client, later)] == ["ok"] * 3
    assert result(run(client, "a + b")[0]) == ["3"]
