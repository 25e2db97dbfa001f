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
LISTS = {"ul": "List Bullet", "ol": "List Number"}
DEEPEST = 3  # list in a list that Word has a style for
BOLD, ITALIC = {"b", "strong"}, {"em", "i"}
BLOCKS = {"p": "Normal", "li": "List Continue", "figcaption": "Normal"}
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
    """Write what a page holds, block by block: headings, paragraphs, lists, tables, pictures.

    A block that begins inside another one, such as a list in a point of a list, first writes what
    the outer one has said so far.
    """

    def __init__(self, whole: "Document") -> None:
        super().__init__()
        self.whole = whole
        self.pictures: list[tuple[str, str]] = []
        self.text: list[tuple[str, bool, bool]] = []  # with bold and italic
        self.inside: list[str] = []  # open blocks, lists and marks, the innermost last
        self.numbers: list[int] = []  # of each open list: its numbering, 0 for points
        self.point = False  # whether the next text is the first one of a point
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
        if tag in {*BLOCKS, *LISTS}:
            self._end_block()
        if tag in {*BLOCKS, *LISTS, *BOLD, *ITALIC}:
            self.inside.append(tag)
        if tag in LISTS:
            self.numbers.append(_numbering(self.whole) if tag == "ol" else 0)
        self.point = tag == "li" or (self.point and tag not in LISTS)
        if tag in {"caption", "td", "th"}:
            self.text = []

    def handle_data(self, data: str) -> None:
        bold, italic = (any(tag in self.inside for tag in tags) for tags in (BOLD, ITALIC))
        self.text.append((data, bold, italic))

    def handle_endtag(self, tag: str) -> None:
        text = "".join(text for text, *_ in self.text).strip()
        if tag in BLOCKS:
            self._end_block()
        elif tag == "caption":
            self.caption = text
        elif tag in {"td", "th"}:
            self.rows[-1].append(text)
        elif tag == "table":
            self._table()
        if tag in LISTS and self.numbers:
            self.numbers.pop()
        if tag in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(tag) :]

    def _end_block(self) -> None:
        """Write the text of the innermost block; text outside of any is no part of the page."""
        runs, self.text = _trimmed(self.text), []
        open_blocks = [tag for tag in self.inside if tag in BLOCKS]
        if not runs or not open_blocks:
            return
        added = self.whole.add_paragraph(style=self._style(open_blocks))
        added.paragraph_format.keep_together = True
        for text, bold, italic in runs:
            run = added.add_run(text)
            run.bold, run.italic = bold or None, italic or None
        if "li" in open_blocks and self.point and self.numbers[-1]:
            _number(added, self.numbers[-1])
        self.point = False

    def _style(self, open_blocks: list[str]) -> str:
        if "li" not in open_blocks:
            return BLOCKS[open_blocks[-1]]
        name = LISTS["ol" if self.numbers[-1] else "ul"] if self.point else BLOCKS["li"]
        depth = min(len(self.numbers), DEEPEST)
        return f"{name} {depth}" if depth > 1 else name

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


def _trimmed(runs: list[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    """Take the space from both ends of a text in runs."""
    kept = list(runs)
    while kept and not kept[0][0].strip():
        kept.pop(0)
    while kept and not kept[-1][0].strip():
        kept.pop()
    if kept:
        kept[0] = (kept[0][0].lstrip(), *kept[0][1:])
        kept[-1] = (kept[-1][0].rstrip(), *kept[-1][1:])
    return kept


def _numbering(whole: "Document") -> int:
    """Make a numbering that begins at 1, for one list."""
    numbering = whole.part.numbering_part.element
    usual = whole.styles[LISTS["ol"]].element.pPr.numPr.numId.val
    made = numbering.add_num(numbering.num_having_numId(usual).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _number(paragraph: "Paragraph", numbering: int) -> None:
    rule = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    rule.get_or_add_ilvl().val = 0
    rule.get_or_add_numId().val = numbering


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
