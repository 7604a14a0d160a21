"""What cells print."""
import re
from pathlib import Path

from cells import printed, published, run


def test_progress_that_overwrites_itself_is_merged(client):
    outputs, _ = run(client, r'for (int i = 0; i <= 100_000; i++) System.out.print("\rstep " + i); System.out.println();')
    text = printed(outputs)
    assert text.endswith("step 100000\n") and len(text) < 10_000


def test_a_flood_shows_its_head_and_tail_and_keeps_all_in_a_file(client):
    outputs, _ = run(client, 'for (int i = 0; i < 400_000; i++) System.out.println("line " + i);', timeout=120)
    text = printed(outputs)
    assert len(text) < 2_200_000
    assert text.startswith("line 0\nline 1\n") and text.endswith("line 399999\n") and "left out" in text
    log = Path(re.search(r"all of it is in (\S+?)\]", text).group(1))
    assert log.read_text().splitlines() == [f"line {i}" for i in range(400_000)]
    log.unlink()


def test_a_thread_prints_into_its_cell_and_then_into_the_last(client, tmp_path):
    outputs, _ = run(client, 'var during = new Thread(() -> System.out.println("during")); during.start(); during.join();')
    assert printed(outputs) == "during\n"
    ended = tmp_path / "ended"
    message = client.execute(f'new Thread(() -> {{ while (!new java.io.File("{ended}").exists()) Thread.yield();'
                             ' System.out.println("after"); }).start();')
    published(client, message)
    ended.touch()
    late = client.get_iopub_msg(timeout=20)
    assert late["content"]["text"] == "after\n" and late["parent_header"]["msg_id"] == message


def test_what_many_threads_print_is_not_lost(client):
    outputs, _ = run(client, "java.util.stream.IntStream.range(0, 5_000).parallel().forEach(i -> System.out.println(i));")
    assert sorted(map(int, printed(outputs).split())) == list(range(5_000))
