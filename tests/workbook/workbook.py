#!/usr/bin/env python3
"""workbook.py FILE.xlsx: a small workbook of the rows on stdin, as spreadsheet programs write it.

A row is a line of cells parted by `;`, in quotes as in CSV. Whole and decimal numbers, percentages (12,5 %), dates and months (2021-05) are
numbers with their format, other texts are shared; what begins with `<c` is a cell as it stands in the XML. In a cell, ¶ is a
line end. A line `== NAME` begins a sheet, `== NAME hidden` one that is hidden, and a row that begins with `!` is hidden.

--without PART leaves a part out, --part PART=TEXT puts TEXT in its place, --1904 counts days from 1904, --inline writes
texts into their cells.
"""

import argparse
import csv
import re
import sys
import zipfile
from datetime import date
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm;@"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
PLAIN, PERCENT, DAY, MONTH = range(4)


def column(number):
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % 26) + letters
        number = number // 26 - 1
    return letters


def serial(text, is_1904):
    year, month, day = (int(part) for part in (text + "-01").split("-")[:3])
    days = (date(year, month, day) - date(1904, 1, 1)).days
    return days if is_1904 else days + 1462


class Book:
    def __init__(self, lines, is_1904=False, inline=False):
        self.is_1904, self.inline, self.strings, self.sheets = is_1904, inline, {}, []
        rows = None
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("== ") or rows is None:
                named = line[3:] if line.startswith("== ") else "Blad1"
                name, hidden = re.fullmatch(r"(.*?)( hidden)?", named).groups()
                rows = []
                self.sheets.append((name, bool(hidden), rows))
            if not line.startswith("== "):
                rows.append(line)

    def cell(self, at, text):
        text = text.replace("¶", "\n")
        if text.startswith("<c"):
            return text.replace("<c", f'<c r="{at}"', 1)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return f'<c r="{at}" s="{DAY}"><v>{serial(text, self.is_1904)}</v></c>'
        if re.fullmatch(r"\d{4}-\d\d", text):
            return f'<c r="{at}" s="{MONTH}"><v>{serial(text, self.is_1904)}</v></c>'
        if re.fullmatch(r"-?[\d,]+ %", text):
            return f'<c r="{at}" s="{PERCENT}"><v>{float(text[:-2].replace(",", ".")) / 100:.17g}</v></c>'
        if re.fullmatch(r"-?(0|[1-9]\d*)(,\d+)?", text):
            return f'<c r="{at}"><v>{float(text.replace(",", ".")):.17g}</v></c>'
        if not text:
            return ""
        if self.inline:
            return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        return f'<c r="{at}" t="s"><v>{self.strings.setdefault(text, len(self.strings))}</v></c>'

    def rows(self, lines):
        for number, line in enumerate(lines, 1):
            hidden = ' hidden="1"' if line.startswith("!") else ""
            cells = next(csv.reader([line.removeprefix("!")], delimiter=";"), [])
            yield f'<row r="{number}"{hidden}>' + "".join(
                self.cell(f"{column(at)}{number}", text) for at, text in enumerate(cells)
            ) + "</row>"

    def parts(self):
        """Name and text of each part."""
        for number, (_, _, lines) in enumerate(self.sheets, 1):
            rows = "".join(self.rows(lines))
            yield f"xl/worksheets/sheet{number}.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        sheets = "".join(
            f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"{" state=" + chr(34) + "hidden" + chr(34) if hidden else ""}/>'
            for number, (name, hidden, _) in enumerate(self.sheets, 1)
        )
        era = '<workbookPr date1904="1"/>' if self.is_1904 else ""
        yield "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{era}<sheets>{sheets}</sheets></workbook>'
        texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.strings)
        yield "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{texts}</sst>'
        yield "xl/styles.xml", STYLES
        related = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(self.sheets) + 1)]
        related += [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdF", "styles", "/xl/styles.xml")]
        yield "xl/_rels/workbook.xml.rels", relations(related)
        yield "_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")])
        yield "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def relations(all):
    one = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"/>'
    return f'<Relationships xmlns="{PACKAGE}">' + "".join(one.format(*each) for each in all) + "</Relationships>"


def write(path, lines, without=(), instead=None, is_1904=False, inline=False):
    parts = dict(Book(lines, is_1904, inline).parts()) | (instead or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name not in without:
                archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("path")
    options.add_argument("--without", action="append", default=[])
    options.add_argument("--part", action="append", default=[])
    options.add_argument("--1904", dest="is_1904", action="store_true")
    options.add_argument("--inline", action="store_true")
    told = options.parse_args()
    instead = dict(part.split("=", 1) for part in told.part)
    write(told.path, sys.stdin, told.without, instead, told.is_1904, told.inline)
