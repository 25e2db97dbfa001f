"""A learner at the transcript panel of module 2."""

from workbook.words import words

WORDS = words("talk")
HERE = "[data-panel=transcript]"


class Panel:
    """The panel on the page of module 2."""

    def __init__(self, visit):
        self.visit, self.page = visit, visit.page
        self.root = self.page.locator(HERE)
        self.area = self.find("textarea")

    def find(self, selector, **which):
        return self.root.locator(selector, **which)

    def press(self, act):
        self.find(f"[data-act={act}]").click()

    def saying(self, text):
        self.find("[role=status]", has_text=text).wait_for(state="attached")

    def read(self, turns, speakers):
        self.saying(WORDS["read"].format(turns=turns, speakers=speakers))

    def paste(self, text):
        self.area.fill(text)
        self.press("look")

    def example(self, name="two_desks_shared"):
        self.find(f"[data-example={name}]").click()
        self.find("[data-speaker=Tess]").wait_for()

    def choose(self, **roles):
        for name, role in roles.items():
            self.find(f"[data-speaker='{name}']").select_option(role)

    def profile(self):
        self.press("profile")
        self.find("[data-measure=talk_share]").wait_for()

    def side(self, measure, side):
        label = WORDS[f"role_{side}"]
        return self.find(f"[data-measure={measure}] [data-column='{label}']").inner_text()

    def has_focus(self):
        return self.root.evaluate(
            "(n) => n !== document.activeElement && n.contains(document.activeElement)"
        )

    def tab_to(self, selector):
        """Press Tab until the focus is on a match; every stop must be in the panel and seen."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            assert self.has_focus(), f"the focus left before {selector}"
            node = self.page.locator(":focus")
            assert node.evaluate("(n) => parseFloat(getComputedStyle(n).outlineWidth)") > 0
            if node.evaluate("(n, s) => n.matches(s)", selector):
                return
        raise AssertionError(f"Tab never reaches {selector}")
