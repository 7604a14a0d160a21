"""Markdown, and cells of notebooks with their outputs, as HTML that needs no script, no network and no server."""
import html
import re

import bs4
from latex2mathml.converter import convert
from nbconvert.filters import ansi2html
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

PICTURES = ("image/svg+xml", "image/png", "image/jpeg")


class Renderer(IPythonRenderer):
    """Formulas become MathML, which browsers draw by themselves; drawings in Mermaid's language need a script, so
    their text is folded away."""

    def block_math(self, body):
        return convert(body, display="block")

    def inline_math(self, body):
        return convert(body)

    def block_mermaidjs(self, code):
        return f"<details><summary>A drawing, as Mermaid reads it</summary><pre>{html.escape(code)}</pre></details>"


def slug(text):
    """The name of a heading in links, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


def markdown(text, attachments=None):
    """A text as HTML, its headings named."""
    renderer = Renderer(escape=False, exclude_anchor_links=True, attachments=attachments or {})
    page = bs4.BeautifulSoup(MarkdownWithMath(renderer=renderer).render(text), "html.parser")
    for heading in page.find_all(re.compile("^h[1-6]$")):
        heading["id"] = slug(heading.get_text())
    for table in page.find_all("table"):
        table.wrap(page.new_tag("div", attrs={"class": "wide", "tabindex": "0"}))
    return str(page)


def colours():
    """The style of code by light and by dark."""
    light, dark = (HtmlFormatter(style=name).get_style_defs(".highlight") for name in ("default", "github-dark"))
    return f"{light}@media (prefers-color-scheme:dark){{{dark}}}"


def code(text):
    return highlight(text, get_lexer_by_name("java"), HtmlFormatter())


def picture(output):
    """The picture of an output; empty where it has none."""
    kind = next((k for k in PICTURES if k in output.get("data", {})), None)
    if kind is None:
        return ""
    of = output["metadata"].get(kind, {})
    alt = html.escape(of.get("alt", ""))
    width = f' style="width:{of["width"]}px"' if "width" in of else ""
    data = output["data"][kind]
    if kind == "image/svg+xml":
        return f'<div role="img" aria-label="{alt}"{width}>{"".join(data)}</div>'
    return f'<img src="data:{kind};base64,{"".join(data).strip()}" alt="{alt}"{width}>'


def shown(output):
    """An output as HTML: pictures before tables, tables before text."""
    if output["output_type"] == "stream":
        return f"<pre>{ansi2html(output['text'])}</pre>"
    if output["output_type"] == "error":
        return f"<pre class='error'>{ansi2html(chr(10).join(output['traceback']))}</pre>"
    data = output.get("data", {})
    return picture(output) or data.get("text/html") or f"<pre>{ansi2html(data.get('text/plain', ''))}</pre>"


def cell(of):
    """A cell of a notebook with what it showed."""
    if of.cell_type == "markdown":
        return markdown(of.source, of.get("attachments"))
    if of.cell_type != "code":
        return ""
    outputs = "".join(f'<div class="output">{shown(o)}</div>' for o in of.outputs)
    return f'<div class="cell">{code(of.source)}{outputs}</div>'
