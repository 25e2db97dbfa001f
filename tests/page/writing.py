"""A learner who writes: what stands in the fields, what was kept, and a page that closes."""


def areas(writer):
    return writer.shown.find("textarea")


def write(writer, text):
    areas(writer).first.fill(text)


def written(writer):
    return areas(writer).first.input_value()


def texts(writer):
    return [each.get("texts", {}).get("moment") for each in writer.shown.history()]


def close_and_open(writer):
    """Close the page in the middle of everything, and open it again."""
    writer.stage.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    writer.stage.quiet()
    writer.stage.open()
    return writer.open()
