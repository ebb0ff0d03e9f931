"""Owns the one value every verb takes: an open vault and what was loaded with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rhi_desktop.crypto.identity import Identity
from rhi_desktop.domain.person import Interviewer
from rhi_desktop.forms.model import Pack
from rhi_desktop.profiles.model import Profile
from rhi_desktop.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open vault with its holder; dropped on lock. Has no behaviour of its own."""

    store: Vault = field(repr=False)
    identity: Identity = field(repr=False)
    packs: tuple[Pack, ...] = field(repr=False)
    profile: Profile
    interviewer: Interviewer = field(repr=False)
