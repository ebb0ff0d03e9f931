from collections.abc import Sequence
from datetime import datetime

from asn1crypto.x509 import Certificate

class ValidationContext:
    def __init__(
        self,
        *,
        trust_roots: Sequence[Certificate],
        allow_fetching: bool,
        revocation_mode: str,
        moment: datetime,
    ) -> None: ...
