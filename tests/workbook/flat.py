#!/usr/bin/env python3
"""flat.py: a workbook as LibreOffice keeps it, flat, on stdout: a budget with formulas, a merged title, percents, a hidden
row, a sheet that is hidden and one of members with a date. LibreOffice computes the formulas when it saves it as another
kind: no value stands beside them here."""

NAMES = "office table text style number".split()
URN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{name}="{URN}{"datastyle" if name == "number" else name}:1.0"' for name in NAMES
) + f' xmlns:of="{URN}of:1.2"'


def text(words, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def number(value):
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def formula(words):
    return f'<table:table-cell table:formula="of:={words}"/>'


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def sheet(name, rows, style="shown"):
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


TITLE = text("Skogsklassrum 2025–2026, tkr", ' table:number-columns-spanned="4"')
BUDGET = [
    row(TITLE, '<table:covered-table-cell table:number-columns-repeated="3"/>'),
    row(),
    row(text("Post"), number(2025), number(2026), text("Totalt")),
    row(text("Samordnare"), number(262.5), formula("[.B4]*1.04"), formula("SUM([.B4:.C4])")),
    row(text("Resor"), number(18), number(24), formula("SUM([.B5:.C5])"), more=' table:visibility="collapse"'),
    row(text("Summa kostnader"), *(formula(f"SUM([.{at}4:.{at}5])") for at in "BCD")),
    row(text("Finansiering")),
    row(text("Kommunen"), formula("[.B6]/3"), formula("[.C6]/3"), formula("SUM([.B8:.C8])")),
    row(text("Staten"), formula("[.B6]-[.B8]"), formula("[.C6]-[.C8]"), formula("SUM([.B9:.C9])")),
    row(text("Andel"), '<table:table-cell table:style-name="percent" office:value-type="percentage" office:value="0.25"/>'),
]
MEMBERS = [
    row(text("Kommun"), text("Inträdesdatum")),
    row(text("Falkenbergs kommun"),
        '<table:table-cell table:style-name="date" office:value-type="date" office:date-value="2026-01-01"/>'),
    row(text("Varberg")),
]  # fmt: skip
OLD = [row(text("Post"), number(2019)), row(text("Annat"), number(1))]

print(f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
<number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month
number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<number:percentage-style style:name="parts"><number:number/><number:text>%</number:text></number:percentage-style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>
<style:style style:name="percent" style:family="table-cell" style:data-style-name="parts"/>
</office:automatic-styles>
<office:body><office:spreadsheet>{sheet("Budget", BUDGET)}{sheet("Gammalt", OLD, "hidden")}{sheet("Medlemmar", MEMBERS)}
</office:spreadsheet></office:body></office:document>""")
