"""QR codes as vectors (JIS X 0510, ISO/IEC 18004)."""

import io

QUIET_ZONE = 4
"""Modules of white around the code: the least that ISO/IEC 18004 allows."""


def svg(address: str) -> str:
    """The address as a drawing. Level M: a crease in the paper may hide 15 % of it."""
    import segno  # noqa: PLC0415 - only what is printed needs it

    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        buffer, kind="svg", xmldecl=False, border=QUIET_ZONE, light="#fff", omitsize=True
    )
    return buffer.getvalue().decode()
