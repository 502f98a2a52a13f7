"""The security headers: said once here, for the pages themselves and for every kind of server.

Values follow the OWASP Secure Headers Project and MDN's HTTP header reference. The pages need no
script but their own, no style but their own, and nothing from anywhere else.
"""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""The Content-Security-Policy as a ``<meta>`` element can carry it."""

HEADER_ONLY = {"frame-ancestors": "'none'"}
"""Directives that a ``<meta>`` element cannot carry (CSP Level 3, 3.3)."""


def policy(directives: dict[str, str]) -> str:
    """The directives as the value of a header or of ``<meta content>``."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


HEADERS = {
    "Content-Security-Policy": policy(POLICY | HEADER_ONLY),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # A year, and only for this host: what its neighbours serve is not ours to decide.
    "Strict-Transport-Security": "max-age=31536000",
}
"""Every header of every response. Browsers ignore the last one where there is no HTTPS."""
