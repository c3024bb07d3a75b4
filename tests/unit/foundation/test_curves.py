"""The curve and the cipher: what the standards say they give, and what OpenSSL gives."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import aes, p256

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
EDGES = [1, 2, 3, ORDER // 2, ORDER - 2, ORDER - 1]
keys = st.integers(1, ORDER - 1)


def openssl(key: int) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(key, ec.SECP256R1())


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


class TestTheCurve:
    def test_signs_as_rfc_6979_does(self) -> None:
        """Appendix A.2.5: P-256, SHA-256, "sample"."""
        key = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
        assert p256.signature(key, b"sample").hex().upper() == (
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
            "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"
        )

    @pytest.mark.parametrize("key", EDGES)
    def test_has_the_public_keys_of_openssl_at_its_edges(self, key: int) -> None:
        assert p256.public(key) == point(openssl(key))

    @given(key=keys, theirs=keys, message=st.binary(max_size=200))
    def test_does_what_openssl_does(self, key: int, theirs: int, message: bytes) -> None:
        ours, other = openssl(key), openssl(theirs)
        assert p256.public(key) == point(ours)
        assert p256.agreed(key, point(other)) == ours.exchange(ec.ECDH(), other.public_key())
        signed = p256.signature(key, message)
        r_and_s = encode_dss_signature(int.from_bytes(signed[:32]), int.from_bytes(signed[32:]))
        ours.public_key().verify(r_and_s, message, ec.ECDSA(hashes.SHA256()))

    @given(bad=st.binary(max_size=66) | st.binary(min_size=64, max_size=64).map(lambda some: b"\x04" + some))
    def test_has_no_point_for_any_other_bytes(self, bad: bytes) -> None:
        with pytest.raises(p256.NoPoint):
            p256.point(bad)

    @pytest.mark.parametrize("x", [0, 2**256 - 2**224 + 2**192 + 2**96 - 1, 2**256 - 1])
    def test_has_no_point_beyond_its_field(self, x: int) -> None:
        with pytest.raises(p256.NoPoint):
            p256.agreed(5, b"\x04" + x.to_bytes(32) + bytes(32))

    def test_makes_one_key_of_a_secret_for_each_purpose(self) -> None:
        made = {p256.key_of(secret, use) for secret in ("one", "other") for use in ("push", "else")}
        assert len(made) == 4
        assert p256.key_of("one", "push") in made
        assert all(0 < key < ORDER for key in made)


class TestTheCipher:
    def test_gives_what_gcms_authors_got(self) -> None:
        """Test case 3 of McGrew and Viega's specification of GCM, without its last block's cut."""
        key, nonce = (
            bytes.fromhex("feffe9928665731c6d6a8f9467308308"),
            bytes.fromhex("cafebabefacedbaddecaf888"),
        )
        plain = bytes.fromhex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255"
        )
        assert aes.sealed(plain, key=key, nonce=nonce).hex() == (
            "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
            "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091473f5985"
            "4d5c2af327cd64a62cf35abd2ba6fab4"
        )

    @given(
        text=st.binary(max_size=400),
        key=st.binary(min_size=16, max_size=16),
        nonce=st.binary(min_size=12, max_size=12),
    )
    def test_seals_as_openssl_does(self, text: bytes, key: bytes, nonce: bytes) -> None:
        assert aes.sealed(text, key=key, nonce=nonce) == AESGCM(key).encrypt(nonce, text, None)
