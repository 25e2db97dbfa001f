"""The Chromium of the tests: what a page asks of others is noticed, and never reaches them."""

import pytest
from chromium import watched

ASKS = {
    "of a name": "fetch('https://example.com/a')",
    "of a number": "fetch('http://192.0.2.1/a')",
    "by a picture": "new Promise((done) => { const made = new Image(); made.onerror = done;"
    " made.src = 'https://example.org/c.png'; })",
}


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)
def test_a_request_that_leaves_the_machine_is_noticed(chromium, ask):
    def visit():
        with watched(chromium.new_context(), lambda fault: False) as context:
            page = context.new_page()
            page.set_content("<p>A page")
            with context.expect_event("requestfailed"):
                page.evaluate(f"Promise.resolve({ask}).catch(() => 0)")

    with pytest.raises(AssertionError, match="left the machine"):
        visit()
