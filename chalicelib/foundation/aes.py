"""AES-128 in Galois/Counter Mode (FIPS 197, NIST SP 800-38D): sealing some hundred bytes, slowly.

The standard library has no AES, and what has it doesn't fit into the Lambda's package: see `p256`. Its
tables are looked up by secret numbers, which a neighbour on the same processor could notice; so it is for
keys that seal one text and are thrown away.
"""

from __future__ import annotations

from functools import cache, reduce
from typing import Final

KEY, NONCE = 16, 12
"""How many bytes a key has, and a nonce."""

_ROUNDS: Final = 10
_GHASH: Final = 0xE1 << 120


def sealed(text: bytes, *, key: bytes, nonce: bytes) -> bytes:
    """A text encrypted, and the tag by which a change is noticed: 16 bytes more than the text."""
    assert (len(key), len(nonce)) == (KEY, NONCE), "of another length they are no key and nonce"
    keys = _round_keys(key)
    blocks = range(2, 2 + -(-len(text) // 16))
    stream = b"".join(_encrypted(_counter(nonce, block), keys) for block in blocks)
    hidden = bytes(one ^ other for one, other in zip(text, stream, strict=False))
    return hidden + _tag(hidden, keys, nonce)


def _counter(nonce: bytes, block: int) -> bytes:
    return nonce + block.to_bytes(4)


def _tag(hidden: bytes, keys: list[bytes], nonce: bytes) -> bytes:
    factor = int.from_bytes(_encrypted(bytes(16), keys))
    padded = hidden + bytes(-len(hidden) % 16) + bytes(8) + (len(hidden) * 8).to_bytes(8)
    blocks = (int.from_bytes(padded[start : start + 16]) for start in range(0, len(padded), 16))
    summed = reduce(lambda so_far, block: _product(so_far ^ block, factor), blocks, 0)
    return (summed ^ int.from_bytes(_encrypted(_counter(nonce, 1), keys))).to_bytes(16)


def _product(one: int, other: int) -> int:
    """In the field of GCM, whose bits run backwards (SP 800-38D, 6.3)."""
    product = 0
    for bit in range(127, -1, -1):
        if one >> bit & 1:
            product ^= other
        other = other >> 1 ^ (_GHASH if other & 1 else 0)
    return product


def _doubled(number: int) -> int:
    """In the field of AES (FIPS 197, 4.2)."""
    return number << 1 ^ (0x11B if number & 0x80 else 0)


@cache
def _substitutes() -> bytes:
    """What stands for each byte: its inverse in the field, mixed (FIPS 197, 5.1.1)."""
    powers = [1]
    for _ in range(254):
        powers.append(_doubled(powers[-1]) ^ powers[-1])  # of 3, which makes all of the field
    inverses = {power: powers[-index % 255] for index, power in enumerate(powers)}
    return bytes(_mixed_bits(inverses.get(number, 0)) for number in range(256))


def _mixed_bits(number: int) -> int:
    turned = (number << turn | number >> (8 - turn) for turn in range(5))
    return reduce(lambda so_far, one: so_far ^ one, turned, 0) & 0xFF ^ 0x63


def _round_keys(key: bytes) -> list[bytes]:
    """The key of each round (FIPS 197, 5.2)."""
    words = [key[start : start + 4] for start in range(0, 16, 4)]
    constant = 1
    while len(words) < 4 * (_ROUNDS + 1):
        word = words[-1]
        if len(words) % 4 == 0:
            word = (word[1:] + word[:1]).translate(_substitutes())
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _doubled(constant)
        words.append(_both(words[-4], word))
    return [b"".join(words[start : start + 4]) for start in range(0, len(words), 4)]


def _encrypted(block: bytes, keys: list[bytes]) -> bytes:
    """A block of 16 bytes, encrypted (FIPS 197, 5.1)."""
    state = _both(block, keys[0])
    for key in keys[1:-1]:
        state = _both(_mixed_columns(_shifted(state.translate(_substitutes()))), key)
    return _both(_shifted(state.translate(_substitutes())), keys[-1])


def _both(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))


def _shifted(state: bytes) -> bytes:
    return bytes(state[(index + 4 * (index % 4)) % 16] for index in range(16))


def _mixed_columns(state: bytes) -> bytes:
    mixed = bytearray()
    for start in range(0, 16, 4):
        column = state[start : start + 4]
        whole = column[0] ^ column[1] ^ column[2] ^ column[3]
        mixed += bytes(
            column[row] ^ whole ^ _doubled(column[row] ^ column[(row + 1) % 4]) & 0xFF for row in range(4)
        )
    return bytes(mixed)
