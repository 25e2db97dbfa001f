"""The report as a document for a word processor, made from the page so that both say the same."""

import io
import re
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from ..charts.kit.render import png
from ..charts.kit.themed import light

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

__all__ = ["document"]

TITLE = re.compile(r"<title>(.*?)</title>", re.S)
WIDTH = 6.3  # inches: of a picture and of a table
PICTURE = re.compile(r'<div class="wide"[^>]*aria-label="([^"]*)"[^>]*>(<svg.*?</svg>)</div>', re.S)
NARROW = re.compile(r'<div class="narrow".*?</svg></div>', re.S)
UNREAD = re.compile(r"<(style|summary|title)\b.*?</\1>", re.S)
BLOCKS = {"p": "Normal", "li": "List Bullet", "figcaption": "Normal"}
BLOCKS |= {f"h{level}": f"Heading {level}" for level in range(1, 6)}


def document(page: str) -> bytes:
    r"""Write a page as a ``.docx`` file, with its pictures.

    Parameters
    ----------
    page : str
        From `workbook.evaluation.page`.

    Returns
    -------
    bytes
        What is in the file.

    Examples
    --------
    >>> document("<title>Visits</title><main><h1>Visits</h1><p>Two.</p></main>")[:2]
    b'PK'
    """
    import docx

    whole = docx.Document()
    about, found = whole.core_properties, TITLE.search(page)
    about.title, about.author, about.comments = unescape(found[1]) if found else "", "", ""
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    for section in whole.sections:
        section.left_margin = section.right_margin = docx.shared.Inches(1)
    _Writer(whole).write(page)
    file = io.BytesIO()
    whole.save(file)
    return file.getvalue()


class _Writer(HTMLParser):
    """Write what a page holds, block by block: headings, paragraphs, lists, tables, pictures."""

    def __init__(self, whole: "Document") -> None:
        super().__init__()
        self.whole = whole
        self.pictures: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.rows: list[list[str]] = []
        self.caption = ""

    def write(self, html: str) -> None:
        """Take the pictures out, then read the rest."""
        html = NARROW.sub("", UNREAD.sub("", html))
        self.feed(PICTURE.sub(self._placed, html))

    def _placed(self, found: re.Match[str]) -> str:
        self.pictures.append((unescape(found[1]), found[2]))
        return f'<img data-n="{len(self.pictures) - 1}">'

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self._picture(*self.pictures[int(dict(attrs)["data-n"] or 0)])
        elif tag == "table":
            self.rows = []
        elif tag == "tr":
            self.rows.append([])
        if tag in {*BLOCKS, "caption", "td", "th"}:
            self.text = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        text = "".join(self.text).strip()
        if tag in BLOCKS:
            added = self.whole.add_paragraph(text, style=BLOCKS[tag])
            added.paragraph_format.keep_together = True
        elif tag == "caption":
            self.caption = text
        elif tag in {"td", "th"}:
            self.rows[-1].append(text)
        elif tag == "table":
            self._table()

    def _picture(self, said: str, svg: str) -> None:
        from docx.shared import Inches

        added = self.whole.add_paragraph()
        shape = added.add_run().add_picture(io.BytesIO(png(light(svg))), width=Inches(WIDTH))
        shape._inline.docPr.set("descr", said)  # what a screen reader reads
        added.paragraph_format.keep_with_next = True

    def _table(self) -> None:
        if self.caption:
            caption = self.whole.add_paragraph(style="Caption")
            caption.add_run(self.caption)
            caption.paragraph_format.keep_with_next = True
        self.caption = ""
        made = self.whole.add_table(rows=0, cols=len(self.rows[0]), style="Table Grid")
        for cells in self.rows:
            for cell, text in zip(made.add_row().cells, cells, strict=True):
                cell.text = text
        _settle(made)


def _settle(made: "Table") -> None:
    """Repeat the heading on each sheet, keep rows whole, and write small."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Pt

    for n, row in enumerate(made.rows):
        rule = row._tr.get_or_add_trPr()
        for name in ("w:cantSplit", *["w:tblHeader"] * (n == 0)):
            mark = OxmlElement(name)
            mark.set(qn("w:val"), "true")
            rule.append(mark)
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                _small(paragraph, Pt(8.5), bold=n == 0)


def _small(paragraph: "Paragraph", size: int, *, bold: bool) -> None:
    paragraph.paragraph_format.space_after = 0
    for run in paragraph.runs:
        run.font.size, run.font.bold = size, bold or None
