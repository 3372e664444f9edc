# SPDX-License-Identifier: GPL-3.0-or-later
"""Supplies, demands and every candidate exchange between them, as arrays (model.md, "Candidate exchanges")."""
from collections import defaultdict

import numpy as np

from distances import Places, RouteBook
from scenario_tables import UNITS, ScenarioFault, same_dimension

ON_SITE = "on-site"


class Side:
    """All supplies or all demands of one period. `process` is -1 where a firm declares the row."""

    def __init__(self):
        self.owner, self.place, self.resource, self.process = [], [], [], []
        self.quantity = []                # of the period; per unit of activity where a process stands behind it
        self.price, self.ghg = [], []     # disposal or virgin; a NaN price cannot be paid
        self.extra = []                   # supply_cost or handling_cost
        self.secondary = []               # max_secondary_share
        self.quality, self.low, self.high = [], [], []

    def add(self, owner, place, resource, process, quantity, price, ghg, extra, secondary, quality, low, high):
        for name, value in list(locals().items()):
            if name != "self":
                getattr(self, name).append(value)

    def freeze(self):
        for name in ("place", "process"):
            setattr(self, name, np.array(getattr(self, name), np.int64))
        for name in ("quantity", "price", "ghg", "extra", "secondary"):
            setattr(self, name, np.array(getattr(self, name), float))
        self.by_resource = defaultdict(list)
        for index, resource in enumerate(self.resource):
            self.by_resource[resource].append(index)
        return self

    def __len__(self):
        return len(self.owner)


def _qualities(tables):
    """(scope, owner, resource) -> {property: row}."""
    found = defaultdict(dict)
    for row in tables.qualities:
        found[row["scope"], row.get("firm") or row.get("process"), row["resource"]][row["property"]] = row
    return found


def _values(rows):
    return {name: row["value"] for name, row in rows.items() if "value" in row}


def _limits(rows, which):
    return {name: row[which] for name, row in rows.items() if which in row}


def periods_of(tables):
    """(id or None, share) of each period; one whole year where there is no table."""
    return [(row["id"], row["share"]) for row in tables.periods] or [(None, 1.0)]


def _in_period(rows, period, share):
    """Rows that stand in a period, with the quantity they have there."""
    for row in rows:
        if row.get("period") is None:
            yield row, row["quantity"] * share
        elif row["period"] == period:
            yield row, row["quantity"]


def sides(tables, places, period, share):
    """Supplies and demands of one period."""
    quality = _qualities(tables)
    number = {row["id"]: n for n, row in enumerate(tables.processes)}
    supplies, demands = Side(), Side()
    declared = set()
    for row, quantity in _in_period(tables.outputs, period, share):
        declared.add((row["firm"], row["resource"]))
        supplies.add(row["firm"], places.of[row["firm"]], row["resource"], -1, quantity, row["disposal_cost"],
                     row["disposal_ghg"], row.get("supply_cost", 0.0), 1.0,
                     _values(quality["output", row["firm"], row["resource"]]), {}, {})
    for row in tables.storages:
        # A firm hands out what it has stored in a period in which it offers nothing.
        if row.get("firm") and (row["firm"], row["resource"]) not in declared:
            given = tables.resource[row["resource"]]
            supplies.add(row["firm"], places.of[row["firm"]], row["resource"], -1, 0.0, given.get("disposal_cost", 0.0),
                         given.get("disposal_ghg", 0.0), 0.0, 1.0,
                         _values(quality["output", row["firm"], row["resource"]]), {}, {})
    for row, quantity in _in_period(tables.needs, period, share):
        limits = quality["need", row["firm"], row["resource"]]
        demands.add(row["firm"], places.of[row["firm"]], row["resource"], -1, quantity, row.get("virgin_price", np.nan),
                    row["virgin_ghg"], row.get("handling_cost", 0.0), row.get("max_secondary_share", 1.0),
                    {}, _limits(limits, "min"), _limits(limits, "max"))
    for row in tables.process_flows:
        given, owner = tables.resource[row["resource"]], row["process"]
        rows = quality["process", owner, row["resource"]]
        if row["role"] == "output":
            supplies.add(owner, places.of[owner], row["resource"], number[owner], row["per_activity"],
                         row.get("disposal_cost", given.get("disposal_cost", 0.0)), given.get("disposal_ghg", 0.0),
                         0.0, 1.0, _values(rows), {}, {})
        else:
            demands.add(owner, places.of[owner], row["resource"], number[owner], row["per_activity"],
                        row.get("virgin_price", np.nan), given.get("virgin_ghg", 0.0), 0.0, 1.0,
                        {}, _limits(rows, "min"), _limits(rows, "max"))
    return supplies.freeze(), demands.freeze()


class Candidates:
    """The arcs of one period, one array per attribute; `mode` counts in `modes`, -1 is on-site."""

    COLUMNS = ("i", "j", "mode", "substitution", "route", "km", "loss", "delivered", "cost", "ghg")

    def __init__(self, tables, places, supplies, demands):
        self.tables, self.places, self.supplies, self.demands = tables, places, supplies, demands
        self.modes = [row["id"] for row in tables.modes]
        self.books = [RouteBook(places, mode) for mode in self.modes]
        self.blocks = []
        self.forbidden = {(c["from"], c["to"], c["resource"]) for c in tables.contracts if c.get("max") == 0}
        replaced = {row["from"] for row in tables.substitutions if row["from"] == row["to"]}
        for resource in tables.resource:
            if resource not in replaced:
                self._substitute(-1, resource, resource, {})
        for number, row in enumerate(tables.substitutions):
            self._substitute(number, row["from"], row["to"], row)
        for column in self.COLUMNS:
            parts = [block[column] for block in self.blocks]
            setattr(self, column, np.concatenate(parts) if parts else np.zeros(0))
        for column in ("i", "j", "mode", "substitution", "route"):
            setattr(self, column, getattr(self, column).astype(np.int64))

    def __len__(self):
        return len(self.i)

    def _licensed(self, owner, given):
        row = self.tables.firm.get(owner) or self.tables.process[owner]
        return given["id"] in row["licences"] or given.get("waste_code") in row["licences"]

    def _substitute(self, number, source, target, row):
        givers, takers = self.supplies.by_resource.get(source, []), self.demands.by_resource.get(target, [])
        given = self.tables.resource[source]
        if given.get("hazardous", False):
            takers = [j for j in takers if self._licensed(self.demands.owner[j], given)]
        if not givers or not takers:
            return
        s, d = np.array(givers), np.array(takers)
        allowed = self._pairs(s, d, source)
        site = (self.supplies.place[s][:, None] == self.demands.place[d][None, :]) & self.places.is_firm[
            self.supplies.place[s]][:, None]
        self._collect(number, row, given, s, d, allowed & site, -1)
        for mode in range(len(self.modes)):
            carrier = self.tables.modes[mode]
            if not same_dimension(carrier["unit"], given["unit"]):
                continue
            if carrier["resources"] and not {source, given["kind"]} & set(carrier["resources"]):
                continue
            self._collect(number, row, given, s, d, allowed & ~site, mode)

    def _pairs(self, s, d, source):
        """Which pairs the rules other than distance leave."""
        supplies, demands = self.supplies, self.demands
        owner_s = np.array([supplies.owner[i] for i in s])
        owner_d = np.array([demands.owner[j] for j in d])
        same = owner_s[:, None] == owner_d[None, :]
        process = supplies.process[s] >= 0
        if self.tables.setting("exchange.within_firm", False):
            same &= process[:, None]
        allowed = ~same
        for giver, taker, resource in self.forbidden:
            if resource == source:
                allowed[np.ix_(owner_s == giver, owner_d == taker)] = False
        for column, j in enumerate(d):
            limited = demands.low[j].keys() | demands.high[j].keys()
            if limited:
                allowed[:, column] &= [limited <= supplies.quality[i].keys() for i in s]
        return allowed

    def _collect(self, number, row, given, s, d, allowed, mode):
        a, b = np.nonzero(allowed)
        if not len(a):
            return
        i, j = s[a], d[b]
        if mode < 0:
            km, route, keep = np.zeros(len(i)), np.full(len(i), -1), np.ones(len(i), bool)
            per_unit = per_km = gas_km = loss_km = 0.0
        else:
            carrier = self.tables.modes[mode]
            place_i, place_j = self.supplies.place[i], self.demands.place[j]
            km, route, keep = self.books[mode].measure(place_i, place_j)
            unknown = keep & np.isnan(km)
            if unknown.any():
                at = np.flatnonzero(unknown)[0]
                raise ScenarioFault(f"no distance from {self.supplies.owner[i[at]]} to {self.demands.owner[j[at]]}")
            with np.errstate(invalid="ignore"):
                keep &= km <= min(carrier.get("max_km", np.inf), given.get("max_km", np.inf))
            in_mode = UNITS[given["unit"]][1] / UNITS[carrier["unit"]][1]
            per_unit, per_km, gas_km = (carrier.get(name, 0.0) * in_mode for name in (
                "cost_per_unit", "cost_per_unit_km", "ghg_per_unit_km"))
            loss_km = carrier.get("loss_per_km", 0.0)
        i, j, km, route = i[keep], j[keep], km[keep], route[keep]
        loss = np.minimum(1.0, loss_km * km)
        delivered = row.get("ratio", 1.0) * (1 - loss)
        # What energy loses on the way is only lost: nobody disposes of it.
        dumped = 0.0 if given["kind"] == "energy" else loss
        cost = (self.supplies.extra[i] + per_unit + per_km * km + row.get("cost", 0.0)
                + delivered * self.demands.extra[j] + dumped * self.supplies.price[i])
        ghg = gas_km * km + row.get("ghg", 0.0) + dumped * self.supplies.ghg[i]
        useful = delivered > 0
        values = dict(i=i, j=j, mode=np.full(len(i), mode), substitution=np.full(len(i), number), route=route, km=km,
                      loss=loss, delivered=delivered, cost=cost, ghg=ghg)
        self.blocks.append({column: value[useful] for column, value in values.items()})
