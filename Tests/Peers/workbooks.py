#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has other programs open the workbooks that this one writes, and this one read what they make of them.

usage: workbooks.py PROGRAM [--seeds N]
openpyxl finds every sheet, the drop-down lists and what they are fed by, the protected heads, and no formula; what openpyxl saves is the
same scenario. Random scenarios and those of this project come back from a workbook as they went in. LibreOffice, where it is installed,
opens the workbook, keeps its lists, and what it saves is the same scenario. The charts of the report are drawn from the cells that they
should be, with the right titles at the right axes. The Frictionless validator accepts the folders."""
import argparse
import filecmp
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl
from frictionless import validate

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
faults = []


def expect(is_right, text):
    if not is_right:
        faults.append(text)
        print("  wrong: " + text)


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def fingerprint(program, scenario):
    said = run(program, "solve", scenario, "--json", "--lang", "en", "--quiet")
    try:
        return json.loads(said.stdout)["provenance"]["input_sha256"]
    except (ValueError, KeyError):
        return f"none for {scenario}: {said.stderr[:500]}"


def check_starter(program, folder):
    path = folder + "/park.xlsx"
    expect(run(program, "new", path).returncode == 0, "new wrote no workbook")
    with zipfile.ZipFile(path) as archive:
        expect(archive.testzip() is None, "an entry of the archive is damaged")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                ElementTree.fromstring(archive.read(name))
    book = openpyxl.load_workbook(path)
    for name in ("guide", "scenario", "sources", "resources", "firms", "outputs", "needs", "declarations"):
        expect(name in book.sheetnames, f"there is no sheet {name}")
    lists = {
        (sheet.title, sheet.cell(5, next(iter(rule.sqref.ranges)).min_col).value): rule.formula1
        for sheet in book for rule in sheet.data_validations.dataValidation if rule.type == "list"
    }
    for key, source in {
        ("outputs", "firm"): "'firms'!$A$6", ("needs", "resource"): "'resources'!$A$6", ("firms", "park"): "'parks'!$A$6",
        ("needs", "source"): "'sources'!$A$6", ("resources", "unit"): '"t,kg,', ("outputs", "basis"): '"measured,declared,',
        ("firms", "project"): "'projects'!$A$6", ("routes", "mode"): "'modes'!$A$6",
    }.items():
        expect(source in lists.get(key, ""), f"the list of {key} is {lists.get(key)}")
    for sheet in book:
        expect(sheet.protection.sheet, f"{sheet.title} is not protected")
        for row in sheet.iter_rows():
            for cell in row:
                expect(cell.data_type != "f", f"{sheet.title}!{cell.coordinate} is a formula")
    for sheet in (book["outputs"], book["firms"]):
        expect(sheet.cell(5, 1).protection.locked and not sheet.cell(6, 1).protection.locked, f"{sheet.title}: locked cells")
        expect(sheet.cell(2, 1).value and sheet.cell(3, 1).value and sheet.cell(4, 1).value, f"{sheet.title}: heads")
    before = fingerprint(program, path)
    book.save(folder + "/saved.xlsx")
    expect(fingerprint(program, folder + "/saved.xlsx") == before, "openpyxl saved another scenario")
    return path, before


def check_office(program, path, before, folder):
    office = shutil.which("soffice")
    if office is None:
        return print("LibreOffice is not installed, so it was not asked (apt-get install libreoffice-calc)")
    environment = dict(os.environ, HOME=folder)
    for kind in ("xlsx", "pdf"):
        subprocess.run(
            [office, "--headless", "--convert-to", kind, "--outdir", folder + "/office", path], env=environment, capture_output=True,
            timeout=240)
    saved = folder + "/office/park.xlsx"
    expect(os.path.exists(folder + "/office/park.pdf"), "LibreOffice printed no PDF")
    expect(fingerprint(program, saved) == before, "LibreOffice saved another scenario: " + fingerprint(program, saved))
    rules = openpyxl.load_workbook(saved)["outputs"].data_validations.dataValidation
    expect(any(rule.type == "list" and "firms" in (rule.formula1 or "") for rule in rules), "LibreOffice lost the drop-down lists")
    print("LibreOffice opens the workbook and saves the same scenario")


def check_round_trip(program, scenario, folder, has_fingerprint=True):
    """A scenario to a workbook, to a folder, to a workbook, to a folder: nothing lost, and the second time the same bytes; nor in a folder for
    Vietnamese settings, whose tables have semicolons and decimal commas."""
    steps = [scenario] + [os.path.join(folder, name) for name in ("1.xlsx", "2", "3.xlsx", "4")]
    for source, target in zip(steps, steps[1:]):
        said = run(program, "convert", source, target, "--quiet")
        if said.returncode != 0:
            return expect(False, f"convert {source} {target}: {said.stderr[:400]}")
    if has_fingerprint:
        prints = {fingerprint(program, step) for step in steps[:3]}
        expect(len(prints) == 1, f"{scenario}: {prints}")
    expect(filecmp.cmp(steps[1], steps[3], shallow=False), f"{scenario}: the second workbook is another one")
    names = sorted(os.listdir(steps[2]))
    _, different, missing = filecmp.cmpfiles(steps[2], steps[4], names, shallow=False)
    expect(not different and not missing and names == sorted(os.listdir(steps[4])), f"{scenario}: {different} {missing}")
    vietnamese, back = (os.path.join(folder, name) for name in ("5", "6.xlsx"))
    for source, target, language in ((steps[1], vietnamese, "vi"), (vietnamese, back, "en")):
        said = run(program, "convert", source, target, "--quiet", "--lang", language)
        expect(said.returncode == 0, f"convert {source} {target}: {said.stderr[:400]}")
    expect(filecmp.cmp(steps[1], back, shallow=False), f"{scenario}: its folder for Vietnamese settings is another one")
    for name in os.listdir(vietnamese):
        if name.endswith(".csv"):
            with open(os.path.join(vietnamese, name), "rb") as file:
                head = file.readline()
            expect(head.startswith(b"\xef\xbb\xbf") and b";" in head and head.endswith(b"\r\n"), f"{scenario}: {name}: {head}")
    for step in steps[1:] + [vietnamese, back]:
        os.remove(step) if step.endswith(".xlsx") else shutil.rmtree(step)


def limits():
    """3 GB of addresses and 60 seconds of the processor at most."""
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


def check_hostile(program, path, folder):
    """Files that claim too much end in a message, within the limits."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    # The sheets stand in the order of their tabs: guide, scenario, resources, parks, firms, outputs, needs.
    needs = "xl/worksheets/sheet7.xml"
    head = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
    foot = b"</sheetData></worksheet>"

    def wide():
        names = b"".join(b"<c t='str'><v>h%d</v></c>" % number for number in range(900))
        yield b"<row><c t='str'><v>firm</v></c><c t='str'><v>resource</v></c><c t='str'><v>quantity</v></c>" + names + b"</row>"
        for _ in range(100):
            yield b"<row><c><v>1</v></c></row>" * 10_000

    cases = {
        "a bomb of 600 MB": ((b"<row r='1'/>" * 1_000_000 for _ in range(50)), "W104"),
        "a million empty rows": ((b"<row/>" * 100_000 for _ in range(10)), "F109"),
        "a million rows under 900 headings": (wide(), "W104"),
        "entities": (iter([b"&lol;"]), "W10"),
    }

    for title, (pieces, code) in cases.items():
        hostile = folder + "/hostile.xlsx"
        with zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, part in parts.items():
                if name != needs:
                    archive.writestr(name, part)
            with archive.open(needs, "w", force_zip64=True) as entry:
                if title == "entities":
                    entry.write(b"<!DOCTYPE x [<!ENTITY lol 'lol'>]>")
                entry.write(head)
                for piece in pieces:
                    entry.write(piece)
                entry.write(foot)
        said = subprocess.run([program, "check", hostile, "--lang", "en"], capture_output=True, text=True, preexec_fn=limits)
        text = said.stdout + said.stderr
        expect(said.returncode == 3 and f"error {code}" in text, f"{title}: {said.returncode} {text[:300]}")


def check_wide_table(program, folder):
    """A small CSV file whose headings and rows claim 5 billion cells ends in a message as well."""
    place = folder + "/wide"
    expect(run(program, "new", place).returncode == 0, "new wrote no folder")
    with open(place + "/needs.csv", "w", encoding="utf-8") as file:
        file.write("firm,resource,quantity" + ",note" * 997 + "\n" + "x\n" * 5_000_000)
    said = subprocess.run([program, "check", place, "--lang", "en", "--quiet"], capture_output=True, text=True, preexec_fn=limits)
    text = said.stdout + said.stderr
    expect(said.returncode == 3 and "needs.csv:20002 error F121: " in text, f"a wide table: {said.returncode} {text[:300]}")


CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart", "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
# Of the starter's report: the title of each chart, that of its axis of values, and of each series the cells of its categories and of its values.
STARTER_CHARTS = [
    ("Who passes what to whom", "Gain (billion đồng a year)", [("A2:A4", "B2:B4")]),
    ("Cost (billion đồng)", "", [("A7:A9", "B7:B9"), ("A7:A9", "C7:C9"), ("A7:A9", "D7:D9")]),
    ("Greenhouse gas (t CO2e)", "", [("A12:A14", "B12:B14"), ("A12:A14", "C12:C14"), ("A12:A14", "D12:D14")]),
    ("Waste (t)", "", [("A17:A19", "B17:B19"), ("A17:A19", "C17:C19"), ("A17:A19", "D17:D19")]),
    ("Virgin material (t)", "", [("A22:A24", "B22:B24"), ("A22:A24", "C22:C24"), ("A22:A24", "D22:D24")]),
    ("The largest gains", "Gain a year (billion đồng)", [("A27:A29", "B27:B29"), ("A27:A29", "C27:C29")]),
    ("Materials that are left over, by weight", "Tonnes a year", [("A32:A33", "B32:B33"), ("A32:A33", "C32:C33"), ("A32:A33", "D32:D33")]),
    ("How the figures came to be known", "Share", [("A36:A43", "B36:B43")]),
]
# By hand: of 1 t of wood 2,352,937 đồng for 1,285.7 t; of cullet 450,000 − 84,261 + 1.2 · 603,000 for 1,500 t; of water 3,020 − 4,416 + 9,540 for 12,727 m3.
LARGEST_GAINS = [
    ("Wood residue: Furniture works → Noodle factory", 3.0252), ("Cullet: Glazing works → Bottle works", 1.6340),
    ("Treated wastewater: Noodle factory → Furniture works", 0.1036),
]


def check_charts(program, folder):
    """The charts of the Excel report: bars that lie, labels at the axis of categories, the unit at that of values, and the cells they are drawn from."""
    park, path = folder + "/charted", folder + "/report.xlsx"
    expect(run(program, "new", park).returncode == 0, "new wrote no folder")
    expect(run(program, "report", park, "-o", path, "--lang", "en").returncode == 0, "report wrote no workbook")
    data = openpyxl.load_workbook(path)["Chart data"]
    drawn = []
    with zipfile.ZipFile(path) as archive:
        charts = [name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        for name in sorted(charts, key=lambda name: int(re.search(r"\d+", name).group())):
            root = ElementTree.fromstring(archive.read(name))

            def title(path):
                return "".join(text.text for text in root.findall(path + "/c:title//a:t", CHART))

            expect(root.find(".//c:barDir", CHART).get("val") == "bar", f"{name} does not lie")
            # The first category stands at the top; a chart with its axes exchanged would have the title of the values at the other one.
            expect(root.find(".//c:catAx/c:scaling/c:orientation", CHART).get("val") == "maxMin", f"{name} begins at the bottom")
            expect(root.find(".//c:catAx/c:axPos", CHART).get("val") == "l", f"the categories of {name} do not stand at the left")
            expect(title(".//c:catAx") == "", f"the categories of {name} are called {title('.//c:catAx')}")
            series = []
            for one in root.findall(".//c:ser", CHART):
                parts = [one.find(f"c:{part}//c:f", CHART).text.replace("$", "").split("!") for part in ("cat", "val")]
                expect(all(sheet == "'Chart data'" for sheet, _ in parts), f"{name} is drawn from {parts}")
                series.append(tuple(cells for _, cells in parts))
                labels, values = ([row[0].value for row in data[cells]] for cells in series[-1])
                expect(all(isinstance(label, str) and label for label in labels), f"{name} has the categories {labels}")
                expect(all(value is None or isinstance(value, (int, float)) for value in values), f"{name} has the values {values}")
                cached = [float(value.text) for value in one.findall("c:val//c:pt/c:v", CHART)]
                expect(cached == [value or 0 for value in values], f"{name} shows {cached} for {values}")
            drawn.append((title("c:chart"), title(".//c:valAx"), series))
    expect(drawn == STARTER_CHARTS, f"the charts are {drawn}")
    gains = [(row[0].value, sum(cell.value or 0 for cell in row[1:3])) for row in data["A27:C29"]]
    expect([name for name, _ in gains] == [name for name, _ in LARGEST_GAINS], f"the gains are of {gains}")
    expect(all(abs(a - b) < 1e-4 for (_, a), (_, b) in zip(gains, LARGEST_GAINS)), f"the gains are {gains}")


def check_descriptors(program, folder):
    place = shutil.copytree(ROOT + "/Scenarios", folder + "/Scenarios")
    for name in sorted(os.listdir(place)):
        if not os.path.isdir(os.path.join(place, name)):
            continue
        expect(run(program, "package", os.path.join(place, name)).returncode == 0, f"package {name}")
        report = validate(os.path.join(place, name, "datapackage.json"))
        expect(report.valid and report.tasks, f"the validator refuses {name}: {report.flatten(['title', 'message'])[:3]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, before = check_starter(options.program, folder)
        check_office(options.program, path, before, folder)
        names = sorted(name for name in os.listdir(ROOT + "/Scenarios") if os.path.isdir(f"{ROOT}/Scenarios/{name}"))
        for name in names:
            check_round_trip(options.program, f"{ROOT}/Scenarios/{name}", folder)
        kinds = [["--rich"], [], ["--plain"], ["--milp", "--periods", "3"]]
        for seed in range(1, options.seeds + 1):
            kind = kinds[seed % len(kinds)]
            scenario = f"{folder}/random-{seed}"
            made = run(sys.executable, HERE + "/generate.py", scenario, "--firms", 40, "--seed", seed, *kind)
            expect(made.returncode == 0, made.stderr[-300:])
            check_round_trip(options.program, scenario, folder, has_fingerprint="--milp" not in kind)
        check_hostile(options.program, path, folder)
        check_wide_table(options.program, folder)
        check_charts(options.program, folder)
        check_descriptors(options.program, folder)
    print(f"workbooks: {len(names)} scenarios and {options.seeds} random ones there and back, {len(faults)} wrong")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
