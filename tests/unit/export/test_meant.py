"""Claims about whom a name means that a child gave."""

from __future__ import annotations

import pytest

from rhi_desktop.export.meant import means_police


@pytest.mark.parametrize(
    "name",
    [
        *("Police", "the police!", "PC Birk", "Officer Hana", "everyone", "the feds", "Heddlu"),
        *("the old bill", "five-o", "5-0", "Po po", "PCSO", "p.c. Jones", "PC49", "the law"),
        *("no one", "no-one", "nobody else", "bizzies", "pol\u00edcia", "pol\u00ees", "booliska"),
        *(
            "\u0627\u0644\u0634\u0631\u0637\u0629",
            "\u067e\u0648\u0644\u06cc\u0633",
            "\u043f\u043e\u043b\u0438\u0446\u0438\u044f",
        ),
        *(
            "\u09aa\u09c1\u09b2\u09bf\u09b6",
            "\u0a2a\u0a41\u0a32\u0a3f\u0a38",
            "\u092a\u0941\u0932\u093f\u0938",
        ),
    ],
)
def test_names_that_mean_the_police(name: str) -> None:
    """Whatever a child calls them, and everybody."""
    assert means_police(name)


@pytest.mark.parametrize(
    "name", ["Mum", "Nan", "school", "Ms Pace", "Stepfather", "uncle Bill", ""]
)
def test_names_that_do_not_mean_the_police(name: str) -> None:
    """They stand on the page, so that the police do not tell them."""
    assert not means_police(name)
