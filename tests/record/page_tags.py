"""The tags of an exported page, its text and its quotations."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The tags of a page, its text, and the text of each quotation."""

    VOID = {"meta", "link", "br", "hr", "img"}

    def __init__(self, path):
        super().__init__()
        self.tags, self.open, self.text, self.quotes = [], [], [], []
        self.feed(path.read_bytes().decode("utf-8"))
        assert self.open == [], "every tag is closed"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "blockquote":
            self.quotes.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text.append(data)
        if "blockquote" in self.open:
            self.quotes[-1] += data
