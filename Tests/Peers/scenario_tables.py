# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a scenario folder into plain rows: delimiters, decimal marks, units, variants, projects.

It is written from the text of Docs/Specification/scenario.md alone and shares nothing with the
Swift reader, so that the two can check each other. It stops at the first fault that it meets: it is
a peer for comparison, not a validator.
"""
import csv
import io
import os
import re

import yaml


class ScenarioFault(Exception):
    """The folder says something that the format does not allow."""


# One unit of each name, in the first unit of its dimension.
UNITS = {
    "t": ("mass", 1.0), "kg": ("mass", 1e-3),
    "m3": ("volume", 1.0), "L": ("volume", 1e-3),
    "MWh": ("energy", 1.0), "kWh": ("energy", 1e-3), "GJ": ("energy", 1 / 3.6), "TJ": ("energy", 1000 / 3.6),
    "pcs": ("pieces", 1.0),
}

# The columns that hold numbers, per table; they decide which decimal mark a file uses.
NUMERIC = {
    "resources": "disposal_cost disposal_ghg virgin_price virgin_ghg max_km renewable recycled_share tonnes_per_unit",
    "parks": "latitude longitude area_ha",
    "firms": "latitude longitude employees turnover",
    "outputs": "quantity disposal_cost disposal_ghg supply_cost",
    "needs": "quantity virgin_price virgin_ghg max_secondary_share handling_cost",
    "qualities": "value min max",
    "substitutions": "ratio max_share cost ghg",
    "modes": "cost_per_unit cost_per_unit_km ghg_per_unit_km loss_per_km max_km capex_per_km fixed_cost_per_km"
             " link_capacity lifetime_years",
    "routes": "km capacity fixed_cost",
    "processes": "latitude longitude capacity cost ghg capex fixed_cost lifetime_years",
    "process_flows": "per_activity virgin_price disposal_cost",
    "contracts": "min max quantity price",
    "periods": "share",
    "storages": "capacity cost loss_share",
    "projects": "capex land_ha jobs",
}
YES_OR_NO = {
    "resources": "hazardous", "firms": "confidential", "routes": "open one_way", "processes": "candidate",
}
LISTS = {"firms": "licences", "processes": "licences", "modes": "resources"}

# What makes a row of a table the same row in a variant, and what makes a duplicate.
KEYS = {
    "resources": ("id",), "parks": ("id",), "firms": ("id",), "modes": ("id",), "processes": ("id",),
    "periods": ("id",), "projects": ("id",),
    "outputs": ("firm", "resource", "period"), "needs": ("firm", "resource", "period"),
    "qualities": ("scope", "firm", "process", "resource", "property"),
    "substitutions": ("from", "to"), "routes": ("from", "to", "mode"),
    "process_flows": ("process", "resource", "role"), "contracts": ("from", "to", "resource"),
    "storages": ("firm", "process", "resource"), "declarations": ("subject", "criterion"),
}

TRUE, FALSE = {"true", "yes", "1", "có", "đúng"}, {"false", "no", "0", "không", "sai"}


def convert(quantity, unit, to):
    """`quantity` of `unit` expressed in `to`; both must be of one dimension."""
    if unit == to:
        return quantity
    if UNITS[unit][0] != UNITS[to][0]:
        raise ScenarioFault(f"{unit} and {to} are not of one dimension")
    return quantity * (UNITS[unit][1] / UNITS[to][1])


def same_dimension(unit, other):
    return UNITS[unit][0] == UNITS[other][0]


# ---------------------------------------------------------------- numbers

_PLAIN = re.compile(r"[+-]?\d+([eE][+-]?\d+)?$")
_POINT = re.compile(r"[+-]?(\d+\.\d*|\.\d+)([eE][+-]?\d+)?$")
_COMMA = re.compile(r"[+-]?(\d+,\d*|,\d+)([eE][+-]?\d+)?$")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}$")


def decimal_mark(delimiter, cells, where):
    """The decimal mark of a file, from all its numeric cells; what could be read in two ways is a fault."""
    if delimiter == ",":
        return "."
    marked = [c for c in cells if "," in c or "." in c]
    certain = [c for c in marked if not _THOUSANDS.match(c)]
    if any(_COMMA.match(c) for c in certain):
        return ","
    if marked and not certain:
        raise ScenarioFault(f"{where}: {marked[0]} could be a decimal or a thousand")
    return "."


def number(cell, mark, where):
    pattern = _POINT if mark == "." else _COMMA
    if not (_PLAIN.match(cell) or pattern.match(cell)):
        raise ScenarioFault(f"{where}: {cell!r} is no number")
    return float(cell.replace(",", "."))


# ---------------------------------------------------------------- one folder

def _delimiter(header):
    outside = re.sub(r'"[^"]*"', "", header)
    counts = {mark: outside.count(mark) for mark in ",;\t"}
    best = max(counts, key=counts.get)
    return best if counts[best] else ","


def _read_table(path, name):
    """Rows of one file as {column: text, or '-' in a variant}, with numbers read where they stand."""
    with open(path, encoding="utf-8-sig", newline="") as handle:
        text = handle.read()
    delimiter = _delimiter(text.split("\n", 1)[0])
    grid = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(c.strip() for c in row)]
    if not grid:
        return []
    header = [c.strip() for c in grid[0]]
    numeric = set(NUMERIC.get(name, "").split())
    rows = [{h: c.strip() for h, c in zip(header, row) if c.strip()} for row in grid[1:]]
    cells = [row[h] for row in rows for h in numeric if h in row and row[h] != "-"]
    mark = decimal_mark(delimiter, cells, path)
    for row in rows:
        for column in numeric & row.keys():
            if row[column] != "-":
                row[column] = number(row[column], mark, f"{path}, {column}")
    return rows


def _merge_settings(base, over):
    merged = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merge_settings(merged[key], value) if both else value
    return merged


def _yes(cell, where):
    text = str(cell).lower()
    if text in TRUE:
        return True
    if text in FALSE:
        return False
    raise ScenarioFault(f"{where}: {cell!r} is neither yes nor no")


def _layer(folder, seen):
    """Settings and tables of a folder over those of what it extends."""
    folder = os.path.realpath(folder)
    if folder in seen:
        raise ScenarioFault(f"{folder} extends itself")
    with open(os.path.join(folder, "scenario.yaml"), encoding="utf-8-sig") as handle:
        settings = yaml.safe_load(handle)
    tables = {}
    if "extends" in settings:
        base, tables = _layer(os.path.join(folder, settings.pop("extends")), seen | {folder})
        settings = _merge_settings(base, settings)
    for name, key in KEYS.items():
        path = os.path.join(folder, name + ".csv")
        if not os.path.exists(path):
            continue
        merged = tables.setdefault(name, {})
        here = set()
        for row in _read_table(path, name):
            identity = tuple(row.get(column) for column in key)
            if identity in here:
                raise ScenarioFault(f"{path}: {identity} twice")
            here.add(identity)
            if "remove" in row and _yes(row["remove"], path):
                if identity not in merged:
                    raise ScenarioFault(f"{path}: nothing to remove at {identity}")
                del merged[identity]
                continue
            result = merged.setdefault(identity, {})
            for column, cell in row.items():
                if column == "remove":
                    continue
                if cell == "-":
                    result.pop(column, None)
                else:
                    result[column] = cell
    return settings, tables


# ---------------------------------------------------------------- the scenario

class Tables:
    """A scenario's settings and rows; every table is a list of dicts without the blank cells."""

    def __init__(self, folder, projects=()):
        settings, layered = _layer(folder, frozenset())
        self.settings = settings
        for name in KEYS:
            rows = [dict(row) for row in layered.get(name, {}).values()]
            for row in rows:
                for column in YES_OR_NO.get(name, "").split():
                    if column in row:
                        row[column] = _yes(row[column], f"{name}.{column}")
                for column in LISTS.get(name, "").split():
                    row[column] = [part.strip() for part in row.get(column, "").split(";") if part.strip()]
            setattr(self, name, rows)
        self.resource = {row["id"]: row for row in self.resources}
        self._leave_out(set(projects))
        self.firm = {row["id"]: row for row in self.firms}
        self.park = {row["id"]: row for row in self.parks}
        self.process = {row["id"]: row for row in self.processes}
        self._convert_quantities()

    def setting(self, dotted, default):
        value = self.settings
        for key in dotted.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return default if value is None else value

    def _leave_out(self, named):
        """Takes out firms and processes of projects that do not count, and every row that names one."""
        known = {row["id"] for row in self.projects}
        if named - known:
            raise ScenarioFault(f"no project {sorted(named - known)[0]}")
        counted = named | {row["id"] for row in self.projects if row.get("status") == "committed"}
        out = {row["id"] for row in self.firms + self.processes if row.get("project") and row["project"] not in counted}
        out |= {row["id"] for row in self.processes if row.get("firm") in out}
        self.firms = [row for row in self.firms if row["id"] not in out]
        self.processes = [row for row in self.processes if row["id"] not in out]
        naming = {"outputs": ("firm",), "needs": ("firm",), "qualities": ("firm", "process"),
                  "process_flows": ("process",), "routes": ("from", "to"), "contracts": ("from", "to"),
                  "storages": ("firm", "process"), "declarations": ("subject",)}
        for name, columns in naming.items():
            kept = [row for row in getattr(self, name) if not any(row.get(c) in out for c in columns)]
            setattr(self, name, kept)

    def _convert_quantities(self):
        for row in self.outputs + self.needs:
            own = self.resource[row["resource"]]["unit"]
            row["quantity"] = convert(row["quantity"], row.get("unit", own), own)
        for row in self.outputs:
            for column in ("disposal_cost", "disposal_ghg"):
                row.setdefault(column, self.resource[row["resource"]].get(column, 0.0))
        for row in self.needs:
            given = self.resource[row["resource"]]
            if "virgin_price" not in row and "virgin_price" in given:
                row["virgin_price"] = given["virgin_price"]
            row.setdefault("virgin_ghg", given.get("virgin_ghg", 0.0))
