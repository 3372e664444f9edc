# SPDX-License-Identifier: GPL-3.0-or-later
"""A scenario whose names try to be markup, scripts, formulas and marks of direction."""
import os

NAMES = [
    "</script><script>window.caught = 1</script>",
    "<img src=x onerror=\"window.caught = 1\">",
    "\"'><svg onload=window.caught=1>",
    "=HYPERLINK(\"http://example.org\";\"click\")",
    "<!--<script>",
    "]]>&amp;&#x3c;b&gt; \u200f\u202eevil\u2066",
    "{{constructor.constructor('window.caught=1')()}}",
    "javascript:window.caught=1",
]


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def write(folder):
    """Firms in a ring, so that each name is a giver's and a taker's."""
    os.makedirs(folder)
    count = len(NAMES)
    files = {
        "scenario.yaml": "format: 1\nid: hostile\ncurrency: USD\nyear: 2030\nname: {en: \"</title><script>window.caught=1</script>\"}\n"
        "description: {en: \"<script>window.caught=1</script>\"}\nsources: [{id: s, title: \"</td><script>window.caught=1</script>\"}]\n",
        "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,source\n"
        + "".join(f"r{i},{quoted(name)},material,t,10,25,s\n" for i, name in enumerate(NAMES)),
        "parks.csv": "id,name,latitude,longitude\n" + "".join(f"p{i},{quoted('Park ' + name)},15.{40 + i},108.6\n" for i, name in enumerate(NAMES)),
        "firms.csv": "id,name,name_vi,park\n" + "".join(f"f{i},{quoted(name)},{quoted(name + ' vi')},p{i}\n" for i, name in enumerate(NAMES)),
        "outputs.csv": "firm,resource,quantity\n" + "".join(f"f{i},r{i},{100 + i}\n" for i in range(count)),
        "needs.csv": "firm,resource,quantity\n" + "".join(f"f{(i + 1) % count},r{i},{90 + i}\n" for i in range(count)),
        "modes.csv": "id,unit,cost_per_unit\ntruck,t,1\n",
    }
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
