#!/usr/bin/env python3
"""Judges pages of HTML by what anyone who reads them relies on.

usage: page.py PAGE.html …

Every element is closed where it should be; ids are unique and what refers to them finds one;
headings do not skip a level; every table has one caption, or is the first under a heading that
names it, and has its scopes and rows as wide as its head; every chart is a well-formed SVG of
its own with title, description and text; nothing is fetched and nothing can run. The texts are compared with what PAGE.html.expected holds, if
there is such a file: one text a line that must stand on the page as it is.
"""

import os
import re
import sys
import xml.etree.ElementTree as tree
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input"}
SVG_ALONE = {"rect", "line", "path", "circle", "polygon", "polyline"}
ALLOWED = set(
    "html head meta title style body main nav ul li a h1 h2 h3 h4 h5 h6 p div table caption thead tbody tr th td "
    "span strong ol dl dt dd figure figcaption svg desc defs pattern text details summary".split()) | SVG_ALONE


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.wanted = [], [], [], []
        self.levels, self.texts, self.tables = [], [], []
        self.language, self.is_named = None, False

    def fault(self, what):
        self.faults.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        held = dict(attributes)
        if tag not in ALLOWED:
            self.fault(f"<{tag}>")
        if len(names) != len(set(names)):
            self.fault(f"<{tag}> says an attribute twice")
        for name, value in attributes:
            if name.startswith("on") or name == "style" or (name in ("href", "src") and not value.startswith("#")):
                self.fault(f'<{tag} {name}="{value}">')
        self.language = held.get("lang", self.language) if tag == "html" else self.language
        if "id" in held:
            self.ids.append(held["id"])
        self.wanted += held.get("aria-labelledby", "").split()
        self.wanted += [held["href"][1:]] if held.get("href", "").startswith("#") else []
        self.wanted += re.findall(r"url\(#([^)]*)\)", held.get("fill", "") or "")
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
            self.is_named = True
        self.in_table(tag, held)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.fault(f"</{tag}> within {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, text):
        if self.open and self.open[-1] not in ("style",):
            self.texts.append(text)

    def in_table(self, tag, held):
        if tag == "table":
            self.tables.append({"captions": 0, "heading": self.is_named, "rows": []})
            self.is_named = False
        if tag == "caption":
            self.tables[-1]["captions"] += 1
        if tag == "tr":
            self.tables[-1]["rows"].append(0)
        if tag in ("th", "td"):
            self.tables[-1]["rows"][-1] += int(held.get("colspan", 1))
        if tag == "th" and held.get("scope") not in ("col", "row", "rowgroup"):
            self.fault("<th> without a scope")

    def judged(self):
        faults = list(self.faults)
        faults += [f"{tag} is never closed" for tag in self.open]
        faults += [f"two elements are {one}" for one in sorted(set(self.ids)) if self.ids.count(one) > 1]
        faults += [f"nothing is {one}" for one in self.wanted if one not in self.ids]
        if self.language not in ("sv", "en"):
            faults.append(f"the language is {self.language}")
        if self.levels[:1] != [1] or self.levels.count(1) != 1:
            faults.append(f"headings begin {self.levels[:3]}")
        faults += [f"a heading of level {b} follows one of {a}" for a, b in zip(self.levels, self.levels[1:]) if b > a + 1]
        for table in self.tables:
            if table["captions"] + (not table["captions"] and table["heading"]) != 1 or len(set(table["rows"])) > 1:
                faults.append(f"table: {table}")
        return faults


def charts(source):
    """Each picture with a role, as XML of its own."""
    at = 0
    while (at := source.find('<svg xmlns=', at)) >= 0:
        depth, end = 0, at
        for mark in re.finditer(r"<svg\b|</svg>", source[at:]):
            depth += 1 if mark.group() != "</svg>" else -1
            end = at + mark.end()
            if not depth:
                break
        yield tree.fromstring(source[at:end])
        at = end


def complaints(path):
    with open(path, encoding="utf-8", newline="") as file:
        source = file.read()
    page = Page()
    page.feed(source)
    page.close()
    yield from page.judged()
    for character in sorted({c for c in source if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")}):
        yield f"U+{ord(character):04X}"
    namespace = "{http://www.w3.org/2000/svg}"
    for chart in charts(source):
        texts = [text.text or "" for text in chart.iter(f"{namespace}text")]
        title, told = chart.findtext(f"{namespace}title"), chart.findtext(f"{namespace}desc")
        if chart.get("role") != "img" or not title or not told or not any(texts):
            yield f"a chart lacks its words: {title}, {told}, {len(texts)} texts"
    if os.path.exists(path + ".expected"):
        with open(path + ".expected", encoding="utf-8") as file:
            shown = "\n".join(page.texts)
            yield from (f"is not shown: {line}" for line in file.read().splitlines() if line not in shown)


def main(paths):
    found = [f"{path}: {complaint}" for path in paths for complaint in complaints(path)]
    print("\n".join(found))
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
