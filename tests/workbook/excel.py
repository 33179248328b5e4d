#!/usr/bin/env python3
"""excel.py FILE.xlsx: a budget in the form that Excel gives it: shared formulas, texts with fonts of their own and readings
of them, texts of formulas, dates by the numbers of their formats, a merged title, a hidden row and a sheet that cannot be
shown, parts in another folder and order than others use, and elements of other makers' between them."""

import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

STRINGS = [
    "<r><t>Skogs</t></r><r><rPr><b/><sz val=\"11\"/></rPr><t>klassrum</t></r><rPh sb=\"0\" eb=\"1\"><t>läses</t></rPh>",
    "<t>Post</t>",
    "<t>Resor</t>",
    "<t>Summa kostnader</t>",
    "<t xml:space=\"preserve\"> Kommunen  </t>",
    "<t>Finansiering</t>",
    "<t>Anmärkning_x000D_</t>",
]
BUDGET = """
<row r="1" spans="1:5" ht="21" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1"/></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>2025</v></c><c r="C3" t="str"><f>"Budget "&amp;2026</f><v>Budget 2026</v></c>
  <c r="D3" t="inlineStr"><is><r><t>Tot</t></r><r><t>alt</t></r></is></c><c r="E3" t="s"><v>6</v></c></row>
<row r="4"><c r="A4" t="inlineStr"><is><t>Samordnare</t></is></c><c r="B4"><v>262500</v></c><c r="C4"><f>B4*1.04</f><v>273000</v></c>
  <c r="D4"><f t="shared" ref="D4:D6" si="0">SUM(B4:C4)</f><v>535500</v></c><c r="E4" s="2"><v>45931</v></c></row>
<row r="5" hidden="1"><c r="A5" t="s"><v>2</v></c><c r="B5"><v>18000</v></c><c r="C5"><v>2.4E4</v></c>
  <c r="D5"><f t="shared" si="0"/><v>42000</v></c><c r="E5" s="3"><v>45931</v></c></row>
<row r="6"><c r="A6" t="s"><v>3</v></c><c r="B6"><f>SUM(B4:B5)</f><v>280500</v></c><c r="C6"><f>SUM(C4:C5)</f><v>297000</v></c>
  <c r="D6"><f t="shared" si="0"/><v>577500</v></c><c r="E6" t="b"><v>1</v></c></row>
<row r="7"><c r="A7" t="s"><v>5</v></c></row>
<row r="9"><c r="A9" t="s"><v>4</v></c><c r="B9"><f t="array" ref="B9">SUM(B4:B5)</f><v>280500</v></c><c r="C9"><v>297000</v></c></row>
"""
SHEET = (
    f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:E9"/>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" '
    'x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="30" customWidth="1"/></cols><sheetData>{}</sheetData>'
    '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><pageMargins left="0.7"/><extLst><ext uri="{{x}}"/></extLst></worksheet>'
)
HIDDEN = '<row r="1"><c r="A1"><v>1</v></c></row>'
PARTS = {
    "docProps/app.xml": "<Properties/>",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId3" Type="{OFFICE}/extended-properties" '
    f'Target="docProps/app.xml"/><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr defaultThemeVersion="124226"/><bookViews>'
    '<workbookView activeTab="1"/></bookViews><sheets><sheet name="Listor" sheetId="4" state="veryHidden" r:id="rId7"/>'
    '<sheet name="Budget &amp; plan" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="År">2025</definedName>'
    "</definedNames></workbook>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId9" Type="{OFFICE}/styles" '
    f'Target="styles.xml"/><Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>'
    f'<Relationship Id="rId7" Type="{OFFICE}/worksheet" Target="worksheets/sheet9.xml"/>'
    f'<Relationship Id="rId5" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/worksheets/sheet2.xml": SHEET.format(BUDGET),
    "xl/worksheets/sheet9.xml": SHEET.format(HIDDEN),
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="9" uniqueCount="{len(STRINGS)}">'
    + "".join(f"<si>{string}</si>" for string in STRINGS) + "</sst>",
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-41D]mmm\\-yy;@"/>'
    '</numFmts><fonts count="1"><font><sz val="11"/></font></fonts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="0" applyAlignment="1"/><xf numFmtId="14" applyNumberFormat="1"/>'
    '<xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>',
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
}  # fmt: skip

with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in PARTS.items():
        archive.writestr(zipfile.ZipInfo(name), HEAD + text, zipfile.ZIP_DEFLATED)
