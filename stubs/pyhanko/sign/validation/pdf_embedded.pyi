from collections.abc import Iterable
from datetime import datetime

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.sign.fields import MDPPerm

class EmbeddedPdfSignature:
    field_name: str
    sig_object: DictionaryObject
    signer_cert: Certificate
    self_reported_timestamp: datetime | None
    byte_range: Iterable[int]
    pkcs7_content: bytes
    docmdp_level: MDPPerm | None
    signed_revision: int
