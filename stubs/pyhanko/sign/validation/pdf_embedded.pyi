from datetime import datetime

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.sign.fields import MDPPerm

class EmbeddedPdfSignature:
    field_name: str
    sig_object: DictionaryObject
    signer_cert: Certificate
    self_reported_timestamp: datetime | None
    docmdp_level: MDPPerm | None
