from datetime import datetime

class Name:
    native: dict[str, object]

class Certificate:
    subject: Name
    not_valid_before: datetime
    not_valid_after: datetime

    @classmethod
    def load(cls, encoded_data: bytes) -> Certificate: ...
    def dump(self) -> bytes: ...
