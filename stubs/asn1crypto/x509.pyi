class Name:
    native: dict[str, object]

class Certificate:
    subject: Name

    @classmethod
    def load(cls, encoded_data: bytes) -> Certificate: ...
    def dump(self) -> bytes: ...
