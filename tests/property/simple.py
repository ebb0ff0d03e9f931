"""Owns the strategies of single letters, words, times and identifiers; all others build on them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from rhi_desktop.domain.moment import CROCKFORD

ids = st.text(alphabet=CROCKFORD, min_size=26, max_size=26)
"""Random identifiers as `Moment.fresh_id` makes them."""

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Anything a keyboard or a paste can give: every script, controls, never half a surrogate."""

spoken = words.filter(lambda text: bool(text.strip()))
some_words = st.lists(words, max_size=2).map(tuple)
tags = st.sampled_from(["en-GB", "cy", "ar", "ti", "pl"])
hexes = st.text(alphabet="0123456789abcdef", min_size=64, max_size=64)
times = st.datetimes(datetime(2015, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive bounds
days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
numbers = st.integers(1, 200)
