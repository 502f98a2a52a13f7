"""The public address, and configuration files for the usual servers: security headers, and an error
page a language.

``.htaccess`` for Apache, ``web.config`` for IIS, ``_headers`` and ``_redirects`` for Netlify and
Cloudflare Pages, ``nginx.conf`` to be included in a ``server`` block. A server reads its own and
passes over the others.
"""

import os
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from strategy.site.security import HEADERS


def public_address() -> str:
    """The public address of the site, from the environment variable SITE_URL; empty if there is none.

    It ends in a slash: where there is none MkDocs adds it, too.
    """
    address = os.environ.get("SITE_URL", "")
    return f"{address.removesuffix('/')}/" if address else ""


def files(site_url: str) -> dict[str, str]:
    """File name → text. ``site_url`` is the public address; without it, the root of a host."""
    base = urlsplit(site_url).path or "/"
    return {
        "_headers": _headers(),
        "_redirects": f"{base}en/* {base}en/404.html 404\n",
        ".htaccess": _apache(base),
        "nginx.conf": _nginx(base),
        "web.config": _iis(),
    }


def _headers() -> str:
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    return f"/*\n{lines}"


def _apache(base: str) -> str:
    headers = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return (
        f"ErrorDocument 404 {base}404.html\n"
        f'<If "%{{REQUEST_URI}} =~ m#^{base}en/#">\n'
        f"  ErrorDocument 404 {base}en/404.html\n"
        "</If>\n"
        "AddType application/manifest+json .webmanifest\n"
        "Options -Indexes\n"
        f"<IfModule mod_headers.c>\n{headers}</IfModule>\n"
        "<IfModule mod_deflate.c>\n"
        "  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json "
        "image/svg+xml\n"
        "</IfModule>\n"
    )


def _nginx(base: str) -> str:
    headers = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return (
        f"error_page 404 {base}404.html;\n"
        f"location {base}en/ {{ error_page 404 {base}en/404.html; }}\n"
        f"{headers}"
        "gzip on;\ngzip_types text/css text/javascript application/json image/svg+xml;\n"
    )


def _iis() -> str:
    headers = "\n".join(
        f"        <remove name={quoteattr(name)} />\n"
        f"        <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in HEADERS.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
{headers}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <staticContent>
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />
    </staticContent>
  </system.webServer>
  <location path="en">
    <system.webServer>
      <httpErrors errorMode="Custom">
        <remove statusCode="404" />
        <error statusCode="404" path="en/404.html" responseMode="File" />
      </httpErrors>
    </system.webServer>
  </location>
</configuration>
"""
