"""Claims about the last look at a report's sentences: what is really recorded never stops it."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.interview import Account
from tests.property.strategies import accounts
from tests.unit.export import whole


@given(told=accounts(), draft=st.booleans())
@settings(
    phases=(Phase.explicit, Phase.generate),
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_no_record_is_refused(told: Account, draft: bool) -> None:  # noqa: FBT001  drawn
    """Odd words, brackets, line breaks, nothing at all: an interviewer can always sign."""
    report = whole.report(told, draft=draft)
    assert report.sections
