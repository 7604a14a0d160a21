"""Slides from a notebook that was run: a slide for each section, and one for each figure or table of it.

Code is left out, and so are solutions in words. The deck is one file: it needs no network and no server; the arrow
keys turn it, and a browser prints it one slide a page.
"""
import re

import site_cells

STYLE = """
:root{color-scheme:light dark;--jp-border-color2:light-dark(#d8dee4,#444);--jp-layout-color0:Canvas;
  --jp-content-font-color2:light-dark(#666,#aaa)}
html{scroll-snap-type:y mandatory;font:clamp(16px,2.1vw,26px)/1.4 system-ui,sans-serif}
body{margin:0}
section{box-sizing:border-box;min-height:100vh;padding:4vh 6vw 7vh;scroll-snap-align:start;display:flex;flex-direction:column;
  justify-content:center;position:relative;overflow-x:auto}
h1{font-size:1.9em;margin:.2em 0}h2{font-size:1.35em;margin:.2em 0}
section>small{position:absolute;bottom:2vh;right:3vw;opacity:.6}
img{max-width:100%;max-height:76vh;object-fit:contain;width:auto!important;align-self:flex-start;background:#fff}
section:has(.ask) img{max-height:58vh}
table{border-collapse:collapse;font-size:.65em}td,th{padding:.2em .7em;border-bottom:1px solid var(--jp-border-color2);text-align:left}
pre{overflow-x:auto;font-size:.75em}math{font-size:1.2em}
.ask{border-left:.25em solid #0072b2;padding-left:.8em}
@media print{html{scroll-snap-type:none}section{page-break-after:always;min-height:0;height:100vh}@page{size:landscape;margin:0}}
"""

# Keys for those that a presenter has in hand.
TURN = """
const slides=[...document.querySelectorAll('section')];
const at=()=>slides.reduce((best,s,i)=>Math.abs(s.getBoundingClientRect().top)<
  Math.abs(slides[best].getBoundingClientRect().top)?i:best,0);
const step={ArrowRight:1,ArrowDown:1,PageDown:1,' ':1,ArrowLeft:-1,ArrowUp:-1,PageUp:-1};
addEventListener('keydown',e=>{if(!(e.key in step))return;e.preventDefault();
  slides[Math.min(slides.length-1,Math.max(0,at()+step[e.key]))].scrollIntoView();});
"""

QUESTION = re.compile(r"\*What do you see\?\*.*?(?=\n\n|\Z)", re.S)


def is_solution(cell):
    return cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution", False)


def sections(text):
    """A text cut before each of its headings."""
    return [part for part in re.split(r"(?m)^(?=##? )", text) if part.strip()]


def figures(cell):
    """What of a code cell is looked at: pictures, and tables; no text and no progress."""
    for output in cell.get("outputs", []):
        picture = site_cells.picture(output)
        table = "<table" in output.get("data", {}).get("text/html", "")
        if picture or table:
            yield picture or output["data"]["text/html"]


def slides(book):
    """The slides of a notebook as HTML, in order."""
    heading, asked = "", ""
    for cell in book.cells:
        if is_solution(cell):
            continue
        if cell.cell_type == "markdown":
            found = QUESTION.findall(cell.source)
            asked = found[-1] if found else ""
            for part in sections(QUESTION.sub("", cell.source)):
                named = re.match(r"##? (.*)", part)
                heading = named.group(1) if named else heading
                body = part if named else f"## {heading}\n\n{part}"
                yield site_cells.markdown(body, cell.get("attachments"))
            continue
        for figure in figures(cell):
            question = f'<div class="ask">{site_cells.markdown(asked)}</div>' if asked else ""
            yield site_cells.markdown("## " + heading) + figure + question
            asked = ""


def deck(book, title):
    """A whole page with the slides of a notebook."""
    pages = list(slides(book))
    numbered = [f"<section>{page}<small>{i} / {len(pages)}</small></section>" for i, page in enumerate(pages, 1)]
    return (f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{title}</title><style>{STYLE}{site_cells.colours()}</style>{''.join(numbered)}<script>{TURN}</script></html>\n")
