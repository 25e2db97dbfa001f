"""What a terminal calls: Ctrl+C is answered in words, also while the course loads."""

__all__ = ["main"]


def main() -> int:
    """Run the command of the terminal; before it loads, an interruption has its answer.

    Returns
    -------
    int
        What the command gives; 130 after Ctrl+C.

    Examples
    --------
    >>> import sys
    >>> sys.argv = ["workbook", "check", "--help"]
    >>> main()
    Traceback (most recent call last):
    ...
    SystemExit: 0
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
    from .words import word

    print(f"workbook: {word('command', 'stopped')}", file=sys.stderr)
    return 130


if __name__ == "__main__":
    raise SystemExit(main())
