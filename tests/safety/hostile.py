"""Texts that would like to be more than text, and readers that notice when one succeeded."""

from __future__ import annotations

import base64
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import Any

CANARY = "window.hacked=1"
MARKUP = (
    f"<script>{CANARY}</script>",
    f"\"'><img src=x onerror={CANARY}>",
    f"' onmouseover='{CANARY}' x='",
    f'" onfocus="{CANARY}" autofocus x="',
    f"</td></table></div><svg onload={CANARY}><animate onbegin={CANARY} attributeName=x dur=1s>",
    f"</text></svg><script>{CANARY}</script>",
    f"]]><!--><iframe srcdoc='<script>parent.{CANARY}</script>'>",
    f"</code></pre></summary></details><style>*{{display:none}}</style><a href=javascript:{CANARY}>x</a>",
    f"<math><mi//xlink:href='javascript:{CANARY}'>",
    "&lt;script&gt;&#39;&quot;&amp;&#60;b&#62;",
)
MARKDOWN = (
    f"[click](javascript:{CANARY})",
    "![x](http://127.0.0.1:1/beacon.png)",
    f"`</code><img src=x onerror={CANARY}>`",
    f"[x]: javascript:{CANARY}",
    "$\\href{javascript:window.hacked=1}{x}$",
)
TERMINAL = (
    "\x1b[2J\x1b[H\x1b[31mred",
    "\x1b]0;another title\x07",
    "\x1b]8;;http://127.0.0.1:1/\x1b\\a link\x1b]8;;\x1b\\",
    "\x1b]52;c;cm0gLXJmIH4K\x07",
    "\x9b31m\x9d0;title\x9c",
    "cat\r\rdog\b\b\b",
    "a\x00b\x7f\x85c",
    "\x1bPq#0;2;0;0;0\x1b\\",
)
OTHER = (
    "\u202egpj.exe\u2066 12",
    "\udcff\udc80 latin-1 file",
    "\ud800 half a pair",
    "Z" + "\u0301" * 200,
    "x" * 200_000,
    "javascript:window.hacked=1",
    "data:text/html,<script>alert(1)</script>",
)
HOSTILE = (*MARKUP, *MARKDOWN, *TERMINAL, *OTHER)
# All that is short, in one: for doors that cost seconds each.
ALL_AT_ONCE = " ".join(text for text in HOSTILE if len(text) < 1_000)

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
ELEMENTS = {
    "a", "b", "code", "details", "div", "img", "li", "pre", "span", "strong", "summary", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"style", "src", "alt", "title", "width", "href", "target"}
DRAWN = {"svg", "g", "text", "path", "circle"}


class Checked(HTMLParser):
    """Reads a view's HTML, and refuses what no template of ours has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, f"an element nobody meant: {tag} {attrs}"
        for name, value in attrs:
            assert name in ATTRIBUTES, f"an attribute nobody meant: {name}={value}"
            if name == "src":
                check_picture(value or "")
            elif name == "href":
                assert (value or "").startswith("https://"), value
            elif name == "style":
                assert "url" not in (value or ""), value
            else:
                self.words.append(value or "")
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a section: {data}")


def check_picture(address: str) -> None:
    """A picture is in the page itself, and a drawing draws and does nothing else."""
    kind, _, content = address.partition(";base64,")
    assert kind in ("data:image/png", "data:image/svg+xml"), address[:80]
    decoded = base64.b64decode(content, validate=True)
    if kind.endswith("svg+xml"):
        root = ET.fromstring(decoded)
        for element in root.iter():
            assert element.tag.split("}")[1] in DRAWN
            assert not [name for name in element.attrib if name.lower().startswith("on") or "href" in name]


def words_of(html: str) -> str:
    """What a reader of a page sees."""
    checked = Checked()
    checked.feed(html)
    checked.close()
    assert checked.open == []
    return "".join(checked.words)


def check(data: dict[str, Any]) -> None:
    """A MIME bundle shows and does nothing: no markup of others, no code a terminal obeys, and it can be sent."""
    for kind, form in data.items():
        if kind == "text/html":
            words_of(form)
        if isinstance(form, str):
            found = OBEYED.search(form)
            assert found is None, f"{kind}: {found and form[max(found.start() - 40, 0) : found.end() + 40]!r}"
        json.dumps(form, ensure_ascii=False, allow_nan=False).encode()
