from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata as PdfSignatureMetadata
from pyhanko.sign.signers.pdf_signer import PdfSigner as PdfSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

class SimpleSigner:
    def __init__(
        self,
        signing_cert: Certificate,
        signing_key: PrivateKeyInfo,
        cert_registry: SimpleCertificateStore,
    ) -> None: ...
