"""What a browser has kept of a site, and the next edition of one."""

import os
import shutil
import time

from workbook.site.offline import TAIL, WORKER, write_worker

WHOLE = """async () => (await (await caches.open('sswp-site')).keys())
  .some(({ url }) => url.endsWith('/sswp-whole'))"""
NOTICE = "[data-notice=edition]"


def until_kept(page, seconds=90):
    """Wait until all files are kept; asked anew, since the answer is a promise."""
    end = time.monotonic() + seconds
    while not page.evaluate(WHOLE):
        assert time.monotonic() < end, f"not kept after {seconds} s"
        page.wait_for_timeout(200)


def next_edition(site, folder, changed, tail=TAIL):
    """Give a site as its host has it after a change: `changed` has new texts by name."""
    shutil.copytree(site, folder, copy_function=os.link)
    for name in (*changed, WORKER):
        (folder / name).unlink()  # never through a link into the site itself
    for name, text in changed.items():
        (folder / name).write_text(text, encoding="utf-8")
    write_worker(folder, tail)
    for name in (*changed, WORKER):  # a host tells files apart by whole seconds
        os.utime(folder / name, (time.time() + 60, time.time() + 60))
    return folder


def port_of(address):
    """Give the port of an address, so that the next edition lies at the same one."""
    return int(address.rstrip("/").rpartition(":")[2])
