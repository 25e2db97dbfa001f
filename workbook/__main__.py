"""What a terminal calls: Ctrl+C is answered in words, also while the course loads."""

__all__ = ["main"]


def main() -> int:
    """Run the command of the terminal; before it loads, an interruption has its answer.

    Returns
    -------
    int
        What the command gives; 130 after Ctrl+C.
    """
    try:
        from .cli import main as run

        return run()
    except KeyboardInterrupt:
        return _tell()


def _tell() -> int:
    import signal
    import sys

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed again, it would break off this sentence
    if not {"yaml", "yaml._yaml"} & set(sys.modules):  # broken off while it loaded: begin anew
        for name in [each for each in sys.modules if each.startswith("yaml.")]:
            del sys.modules[name]
    from .words import word

    print(f"workbook: {word('command', 'stopped')}", file=sys.stderr)
    return 130


if __name__ == "__main__":
    raise SystemExit(main())
