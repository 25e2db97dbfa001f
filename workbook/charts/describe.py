"""Sentences built from the numbers, so that a picture and its words cannot differ."""

__all__ = ["exam_rates", "in_words", "license_growth", "percent", "timeline"]


def in_words(parts):
    """Join phrases the way a sentence does.

    Parameters
    ----------
    parts : sequence of str

    Returns
    -------
    str

    Examples
    --------
    >>> in_words(["one", "two", "three"])
    'one, two and three'
    """
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def percent(value):
    """Write a share without a needless decimal.

    Parameters
    ----------
    value : float

    Returns
    -------
    str

    Examples
    --------
    >>> percent(20.0), percent(22.4)
    ('20', '22.4')
    """
    return f"{value:.1f}".removesuffix(".0")


def exam_rates(levels):
    """Say who passed most and least often at each level.

    Parameters
    ----------
    levels : dict of str to list of (str, float)
        Groups with their pass rates in percent, highest first, by exam level.

    Returns
    -------
    str

    Examples
    --------
    >>> exam_rates({"Clinical": [("White", 83.9), ("Asian", 72.0), ("Black", 45.0)]})
    'First-try pass rates, highest and lowest group: on the Clinical exam 83.9 percent (White) \
and 45.0 percent (Black).'
    """
    ends = [
        f"on the {level} exam {rates[0][1]:.1f} percent ({rates[0][0]}) "
        f"and {rates[-1][1]:.1f} percent ({rates[-1][0]})"
        for level, rates in levels.items()
    ]
    return f"First-try pass rates, highest and lowest group: {'; '.join(ends)}."


def license_growth(series):
    """Say each series by itself, with its own way of counting.

    Parameters
    ----------
    series : dict of str to list of (int, str)
        Years with the share in words, by definition.

    Returns
    -------
    str

    Examples
    --------
    >>> license_growth({"holds a license": [(2015, "22.4"), (2020, "22.7")]})
    'Share of workers in percent, each way of counting by itself: holds a license, 22.4 in 2015 \
and 22.7 in 2020.'
    """
    parts = [
        f"{name}, {in_words([f'{share} in {year}' for year, share in points])}"
        for name, points in series.items()
    ]
    return f"Share of workers in percent, each way of counting by itself: {'; '.join(parts)}."


def timeline(counts, first, last):
    """Say how many events of each kind there are, and between which years.

    Parameters
    ----------
    counts : dict of str to int
        Number of events by kind, in words.
    first, last : int
        Years.

    Returns
    -------
    str

    Examples
    --------
    >>> timeline({"harm": 2, "resistance": 1}, 1819, 1978)
    '3 events from 1819 to 1978, by kind: harm 2 and resistance 1.'
    """
    kinds = in_words([f"{name} {count}" for name, count in counts.items()])
    return f"{sum(counts.values())} events from {first} to {last}, by kind: {kinds}."
