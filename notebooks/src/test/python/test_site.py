"""Notebooks, documents and slides as pages: whole, with words for each picture, and shown without a server or a network."""
import nbformat
import pages
import pytest
import site_build
import site_cells
import site_deck
import site_links
from conftest import EVERY
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output


@pytest.fixture(scope="module")
def site(root):
    return site_build.Site(root)


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    out = tmp_path_factory.mktemp("site") / "site"
    site.write(out)
    return out


def test_links_lead_somewhere_and_pictures_have_words(site):
    assert site.faults() == []


def test_notebooks_documents_and_slides_are_pages(site):
    assert {"index.html", "docs/method.html", "docs/decisions/0007-zmtp.html", "notebooks/course/2_alignment.html"} <= set(site.pages)
    assert all({f"notebooks/{name}.html", f"slides/{name}.html"} <= set(site.pages) for name in EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_a_page_has_every_picture_and_table_of_its_notebook(site, root, name):
    book = nbformat.read(root / "notebooks" / f"{name}.ipynb", as_version=4)
    outputs = [o for c in book.cells for o in c.get("outputs", [])]
    pictures = sum(any(k.startswith("image/") for k in o.get("data", {})) for o in outputs)
    html = "".join(o.data.get("text/html", "") for o in outputs if "data" in o)
    page = site_links.Page(site.pages[f"notebooks/{name}.html"])
    assert len(page.tree.select(".output img, .output [role=img]")) == pictures + html.count("<img") > 3
    tables = html.count("<table")
    assert len(page.tree.select(".output table")) == tables


@pytest.mark.parametrize("page, fault", [
    ('<a href="b.html">b</a>', "b.html leads nowhere"),
    ('<a href="#there">here</a>', "#there names no heading of docs/a.html"),
    ('<a href="../NOTICES">b</a>', "NOTICES leads nowhere"),
    ('<img src="data:image/png;base64,x" alt=" ">', "a picture without words"),
    ('<script src="https://elsewhere/x.js"></script>', "needs a network for https://elsewhere/x.js")])
def test_what_is_wrong_with_a_page_is_named(page, fault):
    assert any(fault in said for said in site_links.faults({"docs/a.html": page}, {"NOTICE"}))
    good = '<h2 id="there">x</h2><a href="#there">a</a><a href="../NOTICE">b</a><a href="https://elsewhere/">c</a>'
    assert site_links.faults({"docs/a.html": good}, {"NOTICE"}) == []


def test_headings_are_named_as_on_github_and_formulas_need_no_script():
    page = site_cells.markdown("## 10.1 From the published code\n\n$$\\frac12 x$$ and $y_i$")
    assert 'id="101-from-the-published-code"' in page
    assert page.count("<math") == 2 and "$" not in page


def test_solutions_are_neither_on_pages_nor_on_slides(site):
    assert not [path for path, text in site.pages.items() if "END SOLUTION" in text and path != "docs/course.html"]
    assert all("fewer wrong ones to be mistaken for" not in text for text in site.pages.values())  # essay 2.4


def test_a_slide_begins_with_each_heading_and_each_figure_and_code_is_left_out():
    image = new_output("display_data", data={"image/png": "x"}, metadata={"image/png": {"alt": "curves"}})
    prose = "# Title\n\nwords\n\n## Part\n\nmore\n\n*What do you see?* Two lines."
    code = new_code_cell("run.curves()", outputs=[new_output("stream", text="noise"), image])
    found = list(site_deck.slides(new_notebook(cells=[new_markdown_cell(prose), code])))
    assert len(found) == 3
    assert "words" in found[0] and "more" in found[1] and "see?" not in found[1]
    assert 'alt="curves"' in found[2] and "Two lines" in found[2] and "Part" in found[2]
    assert not any(word in "".join(found) for word in ("noise", "run.curves"))


def test_a_folder_of_something_else_is_left_alone(root, tmp_path, capsys):
    (tmp_path / "mine.txt").touch()
    with pytest.raises(SystemExit):
        site_build.main([str(tmp_path), "--root", str(root)])
    assert "is no site" in capsys.readouterr().err and [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_a_site_is_written_anew_over_the_one_before(site, folder):
    (folder / "old.html").touch()
    site.write(folder)
    assert not (folder / "old.html").exists() and (folder / "index.html").is_file()
    assert [p.name for p in folder.parent.iterdir()] == [folder.name]


@pytest.fixture(scope="module")
def page(folder):
    if pages.browser() is None:
        pytest.skip("no browser: none of " + ", ".join(pages.BROWSERS) + " is installed")
    with pages.window() as page:
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        yield page


@pytest.mark.parametrize("width", [800, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", "docs/figures.html", *(f"notebooks/{name}.html" for name in EVERY)])
def test_a_page_is_whole_from_a_folder(page, folder, path, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.asked.clear()
    page.goto(f"file://{folder}/{path}")
    drawn = page.eval_on_selector_all("img", "all => all.map(i => [i.complete && i.naturalWidth > 0, i.alt.length > 3])")
    assert drawn and all(whole and told for whole, told in drawn)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(url.startswith(("file:", "data:")) for url in page.asked)


def test_slides_turn_by_keys(page, folder):
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"file://{folder}/slides/02_zero_shot_retrieval.html")
    top = "[...document.querySelectorAll('section')].map(s => Math.round(s.getBoundingClientRect().top))"
    assert page.evaluate(top)[0] == 0
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{top}[1] === 0")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"{top}[0] === 0")
