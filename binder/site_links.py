"""Looks at pages that were written: whether each link leads somewhere and each picture has words."""
import posixpath
import urllib.parse

import bs4

ELSEWHERE = ("http:", "https:", "mailto:")
FETCHED = {"img": "src", "script": "src", "source": "srcset", "link": "href", "iframe": "src", "video": "src"}


class Page:
    """What a page has that others may point at, and what it points at."""

    def __init__(self, text):
        self.tree = bs4.BeautifulSoup(text, "html.parser")
        self.names = {tag["id"] for tag in self.tree.find_all(id=True)}

    def links(self):
        return [tag["href"] for tag in self.tree.find_all("a", href=True)]

    def fetched(self):
        """Addresses that a browser asks for by itself."""
        return [tag[FETCHED[tag.name]] for tag in self.tree.find_all(list(FETCHED)) if tag.get(FETCHED[tag.name])]

    def without_words(self):
        return [str(tag)[:80] for tag in self.tree.find_all("img") if not tag.get("alt", "").strip()]


def target(page, link):
    """The file that a relative link of a page means, and the name in it."""
    path, _, name = link.partition("#")
    path = urllib.parse.unquote(path)
    return (posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page), name


def faults(pages, files):
    """What is wrong with pages, given as text by path, in a folder that has these files too."""
    read = {path: Page(text) for path, text in pages.items()}
    found = []
    for path, page in read.items():
        found += [f"{path}: a picture without words: {start}" for start in page.without_words()]
        for address in page.fetched():
            if address.startswith(("//", *ELSEWHERE)):
                found.append(f"{path}: needs a network for {address}")
        for link in [*page.links(), *page.fetched()]:
            if not link.startswith(("data:", *ELSEWHERE)):
                found += fault_of(path, link, read, files)
    return found


def fault_of(path, link, read, files):
    where, name = target(path, link)
    if where not in read and where not in files:
        return [f"{path}: {link} leads nowhere"]
    if name and where in read and name not in read[where].names:
        return [f"{path}: {link} names no heading of {where}"]
    return []
