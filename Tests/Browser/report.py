# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens reports in a real browser: no error, every section, charts drawn, hover, filter, sorting, keyboard, both languages, print, looks."""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECTIONS = ["summary", "map", "flows", "measures", "exchanges", "leftovers", "criteria", "projects", "limits", "data", "certificate"]
LANGUAGES = ["vi", "en"]


class Reports:
    """The files that the tests look at, each made once."""

    def __init__(self, program, folder):
        import hostile

        self.program, self.folder = program, folder
        hostile.write(os.path.join(folder, "hostile-scenario"))

    def make(self, scenario, out, *options):
        path = os.path.join(self.folder, out)
        if not os.path.exists(path):
            subprocess.run([self.program, "report", scenario, "-o", path, "--quiet", *options], check=True, stdout=subprocess.DEVNULL)
        return path

    def chu_lai(self):
        return self.make(os.path.join(ROOT, "Scenarios/chu-lai"), "chu-lai.html", "--lang", "both", "--date", "2030-01-15")

    def kalundborg(self):
        return self.make(os.path.join(ROOT, "Scenarios/kalundborg"), "kalundborg.html", "--lang", "both")

    def hostile(self, ending="html"):
        return self.make(os.path.join(self.folder, "hostile-scenario"), "hostile." + ending, "--lang", "both")


class Pages:
    """Opens pages, and keeps whatever the browser complains of or asks the network for."""

    def __init__(self, browser):
        self.browser = browser

    def open(self, path, language="vi", width=1280, height=900, theme="light"):
        page = self.browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce")
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: page.complaints.append("request " + request.url) if not request.url.startswith(("file:", "data:")) else None)
        page.goto(pathlib.Path(path).as_uri() + "#lang=" + language)
        page.wait_for_function("document.querySelectorAll('figure.chart[data-drawn]').length > 0 || !document.querySelector('figure.chart')")
        return page


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


def test_small_and_alone(reports, pages):
    text = pathlib.Path(reports.chu_lai()).read_text(encoding="utf-8")
    expect(len(text.encode()) < 1_500_000, f"{len(text.encode())} bytes")
    own = re.sub(r"(?s)<script.*?</script>|<style.*?</style>", "", text)
    expect(not re.search(r"(?:src|href)=\"(?!#)", own), "something is loaded from elsewhere")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text).group(1)
    expect("default-src &#39;none&#39;" in policy and "unsafe" not in policy and "http" not in policy, policy)


def test_sections_and_charts(reports, pages):
    for language in LANGUAGES:
        page = pages.open(reports.chu_lai(), language)
        for section in SECTIONS:
            expect(page.locator(f"#{language}-{section} h2").is_visible(), f"{language}: no section {section}")
        for chart in page.locator(f'.page[lang="{language}"] figure.chart').all():
            name = chart.get_attribute("id")
            expect(int(chart.get_attribute("data-drawn") or 0) > 3, f"{name} is not drawn")
            expect(chart.locator(".drawing svg").count() > 0, f"{name} has no picture")
            box = chart.locator(".drawing").bounding_box()
            expect(box["width"] > 200 and box["height"] > 100, f"{name} is too small")
        expect(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the window")
        expect(page.complaints == [], page.complaints)
        page.close()


def test_hover(reports, pages):
    page = pages.open(reports.chu_lai(), "vi")
    for mark in ["#vi-chart-gains rect.mark", "#vi-chart-flows path.band", "#vi-chart-map path.way", "#vi-chart-basis rect.mark"]:
        element = page.locator(mark).first
        element.scroll_into_view_if_needed()
        tip = page.locator("#tip")
        # Scrolling takes the tip away, and on a busy machine the page hears of it late.
        for _ in range(20):
            page.wait_for_timeout(100)
            element.dispatch_event("mousemove", {"clientX": 400, "clientY": 300})
            if tip.is_visible():
                break
        expect(tip.is_visible() and len(tip.inner_text()) > 8, f"{mark} tells nothing")
        element.dispatch_event("mouseleave")
        expect(not tip.is_visible(), "the tip stays")
    expect(page.complaints == [], page.complaints)
    page.close()


def test_filter_sort_and_csv(reports, pages):
    page = pages.open(reports.chu_lai(), "vi")
    box = page.locator("#vi-table-exchanges")
    rows = box.locator("tbody tr:visible")
    expect(rows.count() == 15, f"{rows.count()} rows before all are asked for")
    # Letters without their marks find those with them.
    box.locator("input").fill("xi mang hai van")
    found = rows.count()
    expect(0 < found < 15 and "Hải Vân" in rows.first.inner_text(), f"{found} rows found")
    expect(str(found) in box.locator(".shown").inner_text(), "the number of rows is not told")
    box.locator("input").fill("")
    box.locator(".more").click()
    everything = rows.count()
    expect(everything > 100, f"{everything} rows in all")
    heading = box.locator("thead th", has_text="Cự ly")
    values = "rows => rows.map(row => Number(row.cells[5].getAttribute('data-v')))"
    for expected in ("descending", "ascending"):
        heading.locator("button").click()
        expect(heading.get_attribute("aria-sort") == expected, "the order is not told")
        numbers = box.locator("tbody tr").evaluate_all(values)
        expect(numbers == sorted(numbers, reverse=expected == "descending"), f"not {expected}")
    heading.locator("button").click()
    ranks = box.locator("tbody tr").evaluate_all("rows => rows.map(row => Number(row.cells[0].getAttribute('data-v')))")
    expect(ranks == sorted(ranks), "a third press does not restore the order")
    with page.expect_download() as download:
        box.locator(".csv").click()
    lines = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig").strip().split("\n")
    expect(len(lines) == everything + 1, f"{len(lines)} lines in the CSV")
    expect(";" in lines[1] and re.search(r";\d+,\d", lines[1]), "the CSV has not the marks of the language: " + lines[1])
    page.close()


def test_keyboard(reports, pages):
    page = pages.open(reports.chu_lai(), "en")
    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.className")
    expect(skip == "skip", f"the first stop is {skip!r}")
    for name in ("gains", "flows", "map"):
        drawing = page.locator(f"#en-chart-{name} .drawing")
        drawing.focus()
        page.keyboard.press("ArrowRight")
        first = page.locator(f"#en-chart-{name} .live").inner_text()
        page.keyboard.press("ArrowRight")
        second = page.locator(f"#en-chart-{name} .live").inner_text()
        expect(first and second and first != second, f"{name}: the arrow keys tell {first!r}, {second!r}")
    outline = page.evaluate("getComputedStyle(document.querySelector('#en-chart-map .drawing')).outlineStyle")
    expect(outline != "none", "the focus cannot be seen")
    # Every stop of the tabulator is something that can be seen.
    page.locator("#en-main").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate("(() => { const b = document.activeElement.getBoundingClientRect(); return b.width > 0 && b.height > 0; })()")
        expect(shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
    page.close()


def test_language_and_theme(reports, pages):
    page = pages.open(reports.chu_lai(), "vi")
    expect(page.evaluate("document.documentElement.lang") == "vi", "the page is not in Vietnamese")
    page.locator('.page[lang="vi"] [data-switch="en"]').click()
    expect(page.locator("#en-summary").is_visible() and not page.locator("#vi-summary").is_visible(), "the switch does not switch")
    expect(page.evaluate("document.documentElement.lang") == "en", "the language of the page is not told")
    expect(int(page.locator("#en-chart-flows").get_attribute("data-drawn")) > 3, "charts of the other language are not drawn")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator('.page[lang="en"] [data-theme-switch]').click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(light != dark and page.evaluate("document.documentElement.dataset.theme") == "dark", "the theme does not change")
    page.close()


def test_words_of_the_language(reports, pages):
    page = pages.open(reports.chu_lai(), "vi")
    vietnamese = page.locator('.page[lang="vi"] main').inner_text()
    expect("300,8 tỷ đồng" in vietnamese and "222.280" in vietnamese, "numbers are not Vietnamese")
    expect("15/01/2030" in page.locator('.page[lang="vi"] footer').inner_text(), "the date is not Vietnamese")
    words = {"the", "of", "and", "billion", "baseline", "exchange", "waste"}
    stray = [line for line in vietnamese.split("\n") if len(words & set(line.lower().split())) > 1]
    sources = page.locator("#vi-table-sources").inner_text()
    expect([line for line in stray if line not in sources] == [], f"English in the Vietnamese page: {stray[:3]}")
    page.close()
    page = pages.open(reports.chu_lai(), "en")
    english = page.locator('.page[lang="en"] main').inner_text()
    expect("300.8 billion đồng" in english and "222,280" in english, "numbers are not English")
    page.close()


def test_narrow(reports, pages):
    for language in LANGUAGES:
        page = pages.open(reports.chu_lai(), language, width=390, height=844)
        expect(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{language}: wider than a phone")
        expect(page.complaints == [], page.complaints)
        page.close()


def test_without_scripts(reports, pages):
    context = pages.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pathlib.Path(reports.chu_lai()).as_uri())
    expect(page.locator("#vi-table-exchanges tbody tr").count() > 100, "the tables are not there without scripts")
    expect(page.locator("#vi-summary .value").first.is_visible(), "the figures are not there without scripts")
    context.close()


def test_accessible(reports, pages):
    import axe_playwright_python

    source = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
    for path in (reports.kalundborg(), reports.hostile()):
        for theme in ("light", "dark"):
            page = pages.open(path, "vi" if theme == "light" else "en", theme=theme)
            page.evaluate(source)
            found = page.evaluate("() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })")
            faults = [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found["violations"]]
            expect(faults == [], f"{theme}: {faults}")
            page.close()


def test_hostile_names(reports, pages):
    import hostile

    page = pages.open(reports.hostile(), "en")
    page.mouse.move(640, 400)
    for figure in page.locator(".page:visible .drawing").all():
        figure.focus()
        page.keyboard.press("ArrowDown")
    expect(page.evaluate("window.caught") is None, "a name ran as a script")
    expect(page.complaints == [], page.complaints)
    expect(page.locator("main img, main svg[onload], main script:not([type='application/json'])").count() == 0, "a name became an element")
    text = page.locator("#en-table-exchanges").inner_text()
    expect(hostile.NAMES[0] in text, "the name is not shown as it is")
    with page.expect_download() as download:
        page.locator("#en-table-exchanges .csv").click()
    csv = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    expect("\"'=HYPERLINK" in csv and ',"=' not in csv, "a formula stands in the CSV")
    page.close()


def test_firm_page(reports, pages):
    path = reports.make(os.path.join(ROOT, "Scenarios/chu-lai"), "panko.html", "--lang", "both", "--firm", "panko")
    page = pages.open(path, "vi")
    text = page.locator("body").inner_text()
    expect("Panko" in text and "300,8" not in text, "the firm's page tells of others")
    with open(os.path.join(ROOT, "Scenarios/chu-lai/firms.csv"), encoding="utf-8") as file:
        others = [line.split(",")[0] for line in file][1:]
    expect("thaco-mazda" in others and "THACO Mazda" not in text, "a firm that is no partner is named")
    expect(page.complaints == [], page.complaints)
    page.close()


def test_print(reports, pages):
    path = reports.make(os.path.join(ROOT, "Scenarios/kalundborg"), "kalundborg.pdf", "--lang", "vi")
    again = reports.make(os.path.join(ROOT, "Scenarios/kalundborg"), "kalundborg-again.pdf", "--lang", "vi")
    expect(pathlib.Path(path).read_bytes() == pathlib.Path(again).read_bytes(), "two PDFs of the same report differ")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    for words in ["Tóm tắt", "Sơ đồ dòng trao đổi", "Mức cơ sở, hiện trạng và phương án", "Xếp hạng các trao đổi và những trở ngại có thể có",
                  "Chứng thực lời giải", "Trở ngại có thể có", "chất lượng số liệu"]:
        expect(words in text, f"the PDF lacks {words!r}")
    expect("\ufffd" not in text, "a letter is lost in the PDF")
    fonts = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout
    expect(all(line.split()[-5] == "yes" for line in fonts.strip().split("\n")[2:]), "a font is not embedded")


def test_map_file(reports, pages):
    from pyogrio import list_layers
    from pyogrio.raw import read

    path = reports.make(os.path.join(ROOT, "Scenarios/chu-lai"), "chu-lai.geojson", "--lang", "vi")
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    points = [feature["geometry"]["coordinates"] for feature in features if (feature["geometry"] or {}).get("type") == "Point"]
    expect(len(points) > 80 and all(107 < longitude < 110 and 14 < latitude < 17 for longitude, latitude in points), "points lie elsewhere")
    layers = list_layers(path)
    expect(len(layers) >= 1, "GDAL, by which QGIS reads, finds no layer")
    meta, _, geometry, fields = read(path)
    expect(len(geometry) == len(features) and meta["crs"] in ("EPSG:4326", "OGC:CRS84"), f"{len(geometry)} features, {meta['crs']}")
    layer = fields[list(meta["fields"]).index("layer")]
    expect({"park", "firm", "exchange"} <= set(layer), "layers are not told apart")


LOOKS = [("desktop-light-vi", 1280, "light", "vi"), ("desktop-dark-en", 1280, "dark", "en"), ("phone-light-en", 390, "light", "en"),
         ("phone-dark-vi", 390, "dark", "vi")]


def test_looks(reports, pages):
    import golden

    faults = []
    for name, width, theme, language in LOOKS:
        page = pages.open(reports.kalundborg(), language, width=width, theme=theme)
        for section in ("summary", "map", "flows", "measures", "exchanges") if width > 500 else ("summary", "flows", "exchanges"):
            picture = page.locator(f"#{language}-{section}").screenshot(animations="disabled")
            faults.append(golden.compare(f"{name}-{section}", picture, OPTIONS.record))
        page.close()
    faults = [fault for fault in faults if fault]
    expect(faults == [], "; ".join(faults))


def browser_path():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    return None


def main():
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    path = browser_path()
    if not path:
        print("The browser tests are skipped: there is no Chromium on this machine (apt-get install chromium).")
        return 0
    from playwright.sync_api import sync_playwright

    tests = [(name, test) for name, test in sorted(globals().items()) if name.startswith("test_") and (OPTIONS.only or name) in name]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        # Chromium refuses to work for the superuser inside its sandbox.
        sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=sandbox + ["--font-render-hinting=none"])
        reports, pages = Reports(os.path.abspath(OPTIONS.program), folder), Pages(browser)
        for name, test in tests:
            try:
                test(reports, pages)
                passed += 1
            except Exception as error:
                failed += 1
                print(f"{name}: {str(error)[:2000]}")
        browser.close()
    print(f"Browser: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--only", help="part of a test's name")
    parser.add_argument("--record", action="store_true", help="write the pictures anew; the test fails all the same")
    OPTIONS = parser.parse_args()
    sys.exit(main())
