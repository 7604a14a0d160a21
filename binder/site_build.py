"""Writes notebooks and documents as pages that a browser shows from a folder: no server, no network, no script.

Slides are made of the same notebooks. The build fails where a link leads nowhere or a picture has no words.
"""
import argparse
import html
import posixpath
import re
import shutil
import sys
import tempfile
from pathlib import Path

import bs4
import nbformat
import repository
import site_cells
import site_deck
import site_links

STYLE = """
:root{color-scheme:light dark;--line:light-dark(#d8dee4,#444);--shade:light-dark(#f6f8fa,#1f2226);
  --jp-border-color2:var(--line);--jp-layout-color0:Canvas;--jp-content-font-color2:light-dark(#666,#aaa)}
body{font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:860px;padding:0 16px 64px}
nav{display:flex;flex-wrap:wrap;gap:.2em 1em;padding:12px 0;border-bottom:1px solid var(--line);font-size:14px}
img{max-width:100%;height:auto}div[role=img] svg{max-width:100%;height:auto}
pre,.highlight{overflow-x:auto;font-size:14px}
pre{white-space:pre;margin:.4em 0}
.highlight{border:1px solid var(--line);border-radius:4px;padding:2px 10px}
.cell{margin:1em 0}.output{margin:.5em 0;overflow-x:auto}
.wide{overflow-x:auto}.wide table{border-collapse:collapse;font-size:14px}
.wide td,.wide th{padding:5px 10px;border:1px solid var(--line);text-align:left;vertical-align:top}
code{background:var(--shade);padding:0 .2em;border-radius:3px}pre code{background:none;padding:0}
blockquote{border-left:4px solid var(--line);margin-left:0;padding-left:1em}
.error{border-left:4px solid #d55e00;padding-left:10px}
"""

NAMED = [("README.md", "Alprolab"), ("docs/course.md", "Course"), ("docs/sheet.md", "One page"),
         ("docs/method.md", "Method"), ("docs/results.md", "Results")]


def is_page(path):
    """Solutions are no pages: students look here."""
    return path.endswith(".md") and not path.startswith((".", "bench/")) or \
        path.endswith(".ipynb") and path.startswith("notebooks/") and "/source/" not in path


def deck_of(path):
    """Where the slides of a notebook lie; those of a unit are made of its source, which has figures."""
    return "slides/" + posixpath.basename(path).replace(".ipynb", ".html")


def source_of(root, path):
    """The notebook that has the figures of a page."""
    unit = Path(path).stem
    source = root / "notebooks" / "course" / "source" / unit / f"{unit}.ipynb"
    return source if source.is_file() and path.startswith("notebooks/course/") else root / path


def page_of(path):
    return "index.html" if path == "README.md" else re.sub(r"\.(md|ipynb)$", ".html", path)


def towards(page, path):
    return posixpath.relpath(path, posixpath.dirname(page) or ".")


class Site:
    """The pages of a repository by their path in the site, and the files that they show."""

    def __init__(self, root):
        self.root = root
        self.files = repository.files(root)
        self.sources = [f for f in self.files if is_page(f)]
        self.pages, self.copies = {}, set()
        for source in self.sources:
            self.pages[page_of(source)] = self.page(source)
        for book in self.books():
            slides = site_deck.deck(nbformat.read(source_of(root, book), as_version=4), Path(book).stem)
            self.pages[deck_of(book)] = self.linked(slides, book, deck_of(book))

    def books(self):
        return [s for s in self.sources if s.endswith(".ipynb")]

    def page(self, source):
        """A whole page of a document or a notebook."""
        path = self.root / source
        if source.endswith(".md"):
            text = path.read_text(encoding="utf-8")
            body, title = site_cells.markdown(text), text.lstrip().partition("\n")[0].lstrip("# ")
        else:
            book = nbformat.read(path, as_version=4)
            body = "\n".join(site_cells.cell(c) for c in book.cells)
            title = book.cells[0].source.partition("\n")[0].lstrip("# ")
        return (f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
                f"<title>{html.escape(title)}</title><style>{STYLE}{site_cells.colours()}</style>"
                f"{self.bar(source)}<main>{self.linked(body, source, page_of(source))}</main></html>\n")

    def bar(self, source):
        """The links above a page."""
        here = page_of(source)
        links = [(page_of(path), name) for path, name in NAMED]
        links[1:1] = [(page_of(b), Path(b).stem.replace("_", " ")) for b in self.books() if "/course/" not in b]
        if source.endswith(".ipynb"):
            links.append((deck_of(source), "Slides of this page"))
        return "<nav>" + "".join(f'<a href="{towards(here, page)}">{html.escape(name)}</a>' for page, name in links) + "</nav>"

    def linked(self, body, source, here):
        """HTML whose links to files of the repository lead to pages of the site, or to copies; badges become words."""
        tree = bs4.BeautifulSoup(body, "html.parser")
        for badge in tree.find_all("img", src=re.compile("^https?:")):
            badge.replace_with(badge.get("alt", ""))
        for tag, name in [(t, n) for n in ("href", "src", "srcset") for t in tree.find_all(attrs={n: True})]:
            link = tag[name]
            if not link.startswith(("data:", "#", *site_links.ELSEWHERE)):
                tag[name] = self.mapped(link, source, here)
        return str(tree)

    def mapped(self, link, source, here):
        where, anchor = site_links.target(source, link)
        if where in self.sources:
            return towards(here, page_of(where)) + (f"#{anchor}" if anchor else "")
        if where in self.files:
            self.copies.add(where)
            return towards(here, where)
        return link

    def faults(self):
        return site_links.faults(self.pages, self.copies)

    def write(self, out):
        """Writes beside the folder first, so that a stop leaves no half site."""
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=out.name + ".") as unfinished:
            fresh = Path(unfinished) / "site"
            for path, text in self.pages.items():
                (fresh / path).parent.mkdir(parents=True, exist_ok=True)
                (fresh / path).write_text(text, encoding="utf-8")
            for path in self.copies:
                (fresh / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.root / path, fresh / path)
            if out.exists():
                out.rename(Path(unfinished) / "before")
            fresh.rename(out)


def main(given):
    parser = argparse.ArgumentParser(prog="lab site", description="writes notebooks, documents and slides as pages for a browser")
    parser.add_argument("folder", nargs="?", type=Path, help="where (target/site)")
    parser.add_argument("--root", type=Path, required=True, help=argparse.SUPPRESS)
    args = parser.parse_args(given)
    out = (args.folder or args.root / "target" / "site").absolute()
    if out.exists() and not (out / "index.html").is_file() and (not out.is_dir() or any(out.iterdir())):
        parser.error(f"{out} is there and is no site; name another folder, or remove it")
    site = Site(args.root)
    faults = site.faults()
    if faults:
        sys.exit("\n".join([*faults, "site: nothing was written"]))
    site.write(out)
    decks = sum(path.startswith("slides/") for path in site.pages)
    print(f"{len(site.pages) - decks} pages and {decks} decks of slides; open {out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
