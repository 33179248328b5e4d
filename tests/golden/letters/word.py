"""word.py LETTER.md WORD.docx [OLD NEW]: a letter in Markdown as the least Word document that keeps its bindings, without
any program that writes Word: each paragraph, each table in two bands of columns, and bookmarks named by properties of
the document. OLD in the text becomes NEW, as an officer would change it."""

import re
import sys
import zipfile
from html import escape, unescape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
bound, opened = [], []


def begin(name):
    bound.append(name)
    return f'<w:bookmarkStart w:id="{len(bound)}" w:name="medfin_{len(bound)}"/>'


def end(number):
    return f'<w:bookmarkEnd w:id="{number}"/>'


def run(text):
    plain = escape(unescape(re.sub(r"\\(.)", r"\1", text)), quote=False)
    return f"<w:r><w:t>{plain}</w:t></w:r>" if text else ""


def paragraph(line):
    out = ""
    for piece in re.split(r'(<data value="[^"]*">|</data>)', line):
        if piece.startswith("<data"):
            out += begin(piece[13:-2])
            opened.append(len(bound))
        else:
            out += end(opened.pop()) if piece == "</data>" else run(piece)
    return f"<w:p>{out}</w:p>"


def table(lines):
    rows = [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in lines if not re.match(r"[|:\- ]+$", line)]
    count = len(rows[0])
    bands = [range(count)] if count < 4 else [range(count // 2), [0, *range(count // 2, count)]]
    made = ""
    for band in bands:
        cells = ("".join(f"<w:tc>{paragraph(row[at])}</w:tc>" for at in band) for row in rows)
        made += "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl><w:p/>"
    return made


def body(text):
    out, held, tables = "", [], []
    for line in text.split("\n") + [""]:
        if line.startswith("|"):
            held.append(line)
            continue
        out += table(held) if held else ""
        held = []
        mark = re.match(r"<!--medfin:(\w+) (.*)-->$", line)
        if mark and mark[1] != "letter":
            out += begin(f"{mark[1]} {mark[2]}")
            if mark[1] == "table":
                tables.append(len(bound))
            else:
                out += end(len(bound))
        elif line == "<!--/medfin-->":
            out += end(tables.pop())
        elif line and not mark:
            out += paragraph(line)
    return out


with open(sys.argv[1], encoding="utf-8") as file:
    letter = file.read()
head = re.search(r"<!--medfin:(letter .*?)-->", letter)[1]
document = body(letter)
if len(sys.argv) > 3:
    assert sys.argv[3] in document
    document = document.replace(sys.argv[3], sys.argv[4], 1)
properties = "".join(f'<property name="medfin_{at}"><lpwstr>{escape(name)}</lpwstr></property>'
                     for at, name in enumerate([head, *bound]))
with zipfile.ZipFile(sys.argv[2], "w") as made:
    made.writestr("[Content_Types].xml", "<Types/>")
    made.writestr("docProps/custom.xml", f"<Properties>{properties}</Properties>")
    made.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{document}</w:body></w:document>')
