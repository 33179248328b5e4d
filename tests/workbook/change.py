#!/usr/bin/env python3
"""change.py FROM.xlsx TO.xlsx CHANGE…: a workbook of medfin's after somebody has been in its sheet of inputs.

PATH=VALUE enters a value in the row of that path, PATH@PART=VALUE in its row of that part; a number, a text, `=formula` or nothing. CELL=VALUE
enters it in a cell, as G8. `-PATH` deletes the row, `+PATH` copies it to the end, `name=NAME` calls the sheet so, `-sheet` deletes it.
"""

import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parent))
from spreadsheet import Book  # noqa: E402

ROW = r'<row r="{0}"[^>]*>.*?</row>'
CELL = r'<c r="{0}"(?P<style>(?: s="\d+")?)[^>]*?(?:/>|>.*?</c>)'


class Changed:
    def __init__(self, path):
        self.book = Book(path)
        self.sheet, self.part = list(self.book.files.items())[1]
        self.parts = dict(self.book.parts)
        self.xml = self.parts[self.part].decode()

    def row(self, path, part="0"):
        cells = self.book.cells[self.sheet]
        rows = [cell[1:] for cell, (value, _) in cells.items() if cell[0] == "G" and cell[1:].isdigit() and value == path]
        return next(row for row in rows if part == "0" or int(cells[f"P{row}"][0]) == int(part))

    def put(self, cell, value):
        if value.startswith("="):
            inner = f"<f>{escape(value[1:])}</f><v>0</v></c>"
        elif re.fullmatch(r"-?\d+(\.\d+)?(E-?\d+)?", value):
            inner = f"<v>{value}</v></c>"
        else:
            inner = f'<is><t xml:space="preserve">{escape(value)}</t></is></c>' if value else None
        kind = ' t="inlineStr"' if inner and inner.startswith("<is>") else ""
        made = lambda match: f'<c r="{cell}"{match["style"]}' + (f"{kind}>{inner}" if inner else "/>")  # noqa: E731
        self.xml, count = re.subn(CELL.format(cell), made, self.xml, flags=re.S)
        assert count == 1, cell

    def delete(self, row):
        self.xml, count = re.subn(ROW.format(row), "", self.xml, flags=re.S)
        assert count == 1, row

    def copy(self, row):
        last = max(map(int, re.findall(r'<row r="(\d+)"', self.xml))) + 1
        line = re.search(ROW.format(row), self.xml, re.S).group()
        line = re.sub(r' r="([A-Z]*)\d+"', rf' r="\g<1>{last}"', line)
        self.xml = self.xml.replace("</sheetData>", line + "</sheetData>")

    def change(self, what):
        name, _, value = what.partition("=")
        workbook = self.parts["xl/workbook.xml"].decode()
        if what == "-sheet":
            self.parts["xl/workbook.xml"] = re.sub(rf'<sheet name="{self.sheet}"[^>]*/>', "", workbook).encode()
        elif name == "name":
            self.parts["xl/workbook.xml"] = workbook.replace(f'<sheet name="{self.sheet}"', f'<sheet name="{value}"').encode()
        elif what[0] == "-":
            self.delete(self.row(what[1:]))
        elif what[0] == "+":
            self.copy(self.row(what[1:]))
        elif re.fullmatch(r"[A-Z]+\d+", name):
            self.put(name, value)
        else:
            self.put("B" + self.row(*name.split("@")), value)

    def write(self, path):
        self.parts[self.part] = self.xml.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def changed(source, target, changes):
    book = Changed(source)
    for change in changes:
        book.change(change)
    book.write(target)


if __name__ == "__main__":
    changed(sys.argv[1], sys.argv[2], sys.argv[3:])
