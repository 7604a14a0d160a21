"""The page of `./lab serve` in a real browser: a text finds clips, by the mouse's sense and by the keyboard's."""
import contextlib
import os
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "kernel" / "src" / "test" / "python"))

import browser  # noqa: E402  (found by the line above)

GALLERY = """
var clips = Datasets.movingSprites().clips(Split.TRAIN, 0).clips(Split.VALIDATION, 0).clips(Split.TEST, 48);
Gallery.of(Pairs.of(clips).frames(4).size(64))
        .from(Checkpoint.shipped("sprites-tiny")).into("{}").embed();
"""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    script = folder / "make.jsh"
    script.write_text(GALLERY.format(folder / "gallery"))
    subprocess.run([ROOT / "lab", "script", script], check=True, timeout=300)
    return folder / "gallery"


@contextlib.contextmanager
def served(gallery, *options, **environment):
    server = subprocess.Popen([ROOT / "lab", "serve", gallery, "--port", "0", *options], text=True,
                              stdout=subprocess.PIPE, env={**os.environ, **environment})
    try:
        line = server.stdout.readline()
        assert "http://" in line
        yield re.search(r"http://\S+", line).group()
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def address(gallery):
    if browser.browser() is None:
        pytest.skip("no browser: none of " + ", ".join(browser.BROWSERS) + " is installed")
    with served(gallery) as address:
        yield address


@pytest.fixture
def page(address):
    asked, faults = [], []
    with browser.window() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(address)
        yield page
    assert all(url.startswith((address, "data:")) for url in asked)
    assert faults == []


def search(page, text):
    page.fill("#text", text)
    page.press("#text", "Enter")
    page.wait_for_function("() => / of .* ms/.test(document.getElementById('state').textContent)")


def test_a_text_finds_filmstrips(page):
    search(page, "a dog moves left")
    page.wait_for_function("() => [...document.images].slice(0, 4).every(i => i.complete)")
    assert page.locator("#found li").count() == 10
    assert page.evaluate("document.images[0].naturalWidth") >= 200
    # As many gaps as frames.
    assert page.evaluate("document.images[0].style.getPropertyValue('--frames')") == "4"
    scores = [float(s) for s in page.locator(".score").all_text_contents()]
    assert scores == sorted(scores, reverse=True)


def test_the_keyboard_goes_from_clip_to_clip(page):
    search(page, "a car")
    place = "[...document.getElementById('found').children].indexOf(document.activeElement)"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(place) == 1
    page.keyboard.press("ArrowUp")
    assert page.evaluate(place) == 0
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "text"


def test_markup_is_text(page):
    search(page, "<img src=x onerror=document.title='taken'>")
    assert page.title() != "taken"
    assert page.locator("#found img[src='x']").count() == 0


def test_a_refusal_stands_alone(address):
    with browser.window() as page:  # whose console tells of status 400
        page.goto(address)
        search(page, "a dog")
        page.evaluate("document.getElementById('text').value = 'a\\u0007b'")
        page.press("#text", "Enter")
        page.wait_for_selector("#state.fault")
        assert "control characters" in page.text_content("#state")
        assert page.locator("#found li").count() == 0


def test_an_address_with_a_text_is_searched(page, address):
    page.goto(address + "?q=a+dog&k=5")
    page.wait_for_selector("#found li")
    assert page.locator("#found li").count() == 5
    assert page.input_value("#text") == "a dog"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 800, 1400])
def test_it_is_read_in_either_theme_and_width(page, theme, width):
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 1000})
    search(page, "a dog moves left")
    page.wait_for_function("() => [...document.images].slice(0, 4).every(i => i.complete)")
    shots = os.environ.get("ALPROLAB_SCREENSHOTS")
    if shots:
        page.screenshot(path=f"{shots}/serve-{theme}-{width}.png")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CONTRASTS) >= 4.5


# The least contrast of any text with the paper behind it, as WCAG counts it.
CONTRASTS = """() => {
  const rgb = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => {
    const [r, g, b] = rgb(c).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const paper = e => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor;
      if (!(rgb(c)[3] === 0)) return c;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = [...document.querySelectorAll('h1, label:not(.unseen), button, select, #state, .words, .id, .rank, .score, footer')];
  return Math.min(...texts.map(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(paper(e))].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  }));
}"""


def test_others_need_the_token(gallery):
    token = "a-token-of-enough-letters"
    with served(gallery, ALPROLAB_SERVE_TOKEN=token) as address, browser.window() as page:
        root = address.split("?")[0]
        assert page.goto(root).status == 401
        page.goto(address)
        assert page.url == root
        search(page, "a dog")
