# SPDX-License-Identifier: GPL-3.0-or-later
"""The linear program of a scenario of one period as numpy arrays, the way a user of modelling tools would lay it out.

Candidates come from whole blocks of arrays, places from a matrix product; the families of constraints are lists of (row, column, value). Every
peer of the benchmark builds its own model from these, so that what is compared is the modelling tool and its solver, not the reading of files.
"""
import numpy as np

from candidates import Candidates, sides
from distances import Places
from scenario_tables import UNITS, Tables, same_dimension

INFINITY = float("inf")


class VectorCandidates(Candidates):
    """The candidates of the reference model, its pairs judged by arrays instead of one by one."""

    def __init__(self, tables, places, supplies, demands):
        names = sorted({row["property"] for row in tables.qualities})
        number = {name: n for n, name in enumerate(names)}
        self.known = np.zeros((len(supplies), len(names)), bool)
        self.limited = np.zeros((len(demands), len(names)), bool)
        for i, values in enumerate(supplies.quality):
            self.known[i, [number[name] for name in values]] = True
        for j in range(len(demands)):
            self.limited[j, [number[name] for name in demands.low[j].keys() | demands.high[j].keys()]] = True
        self.owner = {name: n for n, name in enumerate(dict.fromkeys(supplies.owner + demands.owner))}
        self.owner_s = np.array([self.owner[name] for name in supplies.owner])
        self.owner_d = np.array([self.owner[name] for name in demands.owner])
        latitude, longitude = places.point[:, 0], places.point[:, 1]
        self.unit = np.stack([np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], 1)
        self.linked = set()
        for row in tables.routes:
            self.linked |= {(row["from"], row["to"]), (row["to"], row["from"])}
        self.reach = {}
        for resource, row in tables.resource.items():
            modes = [m for m in tables.modes if same_dimension(m["unit"], row["unit"])
                     and (not m["resources"] or {resource, row["kind"]} & set(m["resources"]))]
            self.reach[resource] = min(row.get("max_km", INFINITY), max([m.get("max_km", INFINITY) for m in modes], default=0.0))
        super().__init__(tables, places, supplies, demands)

    def _pairs(self, s, d, source):
        supplies, demands, places = self.supplies, self.demands, self.places
        same = self.owner_s[s][:, None] == self.owner_d[d][None, :]
        if self.tables.setting("exchange.within_firm", False):
            same &= (supplies.process[s] >= 0)[:, None]
        allowed = ~same
        p, q = supplies.place[s], demands.place[d]
        if np.isfinite(self.reach[source]):
            angle = min(np.pi, self.reach[source] / places.detour / 6371.0088 * (1 + 1e-9) + 1e-9)
            near = self.unit[p] @ self.unit[q].T >= np.cos(angle)
            near |= ~np.isfinite(self.unit[p, 0])[:, None] | ~np.isfinite(self.unit[q, 0])[None, :]
            near |= p[:, None] == q[None, :]
            park_p, park_q = places.park[p], places.park[q]
            near |= (park_p[:, None] == park_q[None, :]) & (park_p >= 0)[:, None]
            for a, b in self.linked:
                near |= np.outer(self._at(a, p, park_p), self._at(b, q, park_q))
            allowed &= near
        for giver, taker, resource in self.forbidden:
            if resource == source and giver in self.owner and taker in self.owner:
                allowed[np.ix_(self.owner_s[s] == self.owner[giver], self.owner_d[d] == self.owner[taker])] = False
        for column in np.flatnonzero(self.limited[d].any(0)):
            allowed &= self.known[s, column][:, None] | ~self.limited[d, column][None, :]
        return allowed

    def _at(self, name, place, park):
        if name in self.places.of:
            return place == self.places.of[name]
        return park == self.places.park_ids.index(name)


class PeerModel:
    """Columns x (arcs), d (disposal), v (bought), y (activity); each family as rows, columns and values with its bounds."""

    def __init__(self, folder):
        self.tables = tables = Tables(folder)
        if tables.periods or any(row.get("candidate") for row in tables.processes):
            raise ValueError("the benchmark compares linear programs of one period")
        self.places = places = Places(tables)
        self.supplies, self.demands = supplies, demands = sides(tables, places, None, 1.0)
        self.arcs = arcs = VectorCandidates(tables, places, supplies, demands)
        self.d, self.v = len(arcs), len(arcs) + len(supplies)
        self.y = self.v + len(demands)
        self.columns = self.y + len(tables.processes)
        self.families = {}
        self._objective()
        self._balances()
        self._shares()
        self._qualities()
        self._routes()
        self._contracts()

    def _objective(self):
        tables, supplies, demands, arcs = self.tables, self.supplies, self.demands, self.arcs
        price = np.where(np.isnan(demands.price), 0.0, demands.price)
        running = [[row.get(name, 0.0) for row in tables.processes] for name in ("cost", "ghg")]
        cost = np.concatenate([arcs.cost, supplies.price, price, running[0]])
        ghg = np.concatenate([arcs.ghg, supplies.ghg, demands.ghg, running[1]])
        if tables.setting("objective", "cost") != "cost":
            raise ValueError("the benchmark compares plans of least cost")
        self.cost = cost + float(tables.setting("carbon_price", 0.0)) / 1000 * ghg
        self.constant = sum(row.get("fixed_cost", 0.0) for row in tables.processes)
        self.upper = np.full(self.columns, INFINITY)
        self.upper[self.v:self.y] = np.where(np.isnan(demands.price), 0.0, INFINITY)
        self.upper[self.y:] = [row["capacity"] for row in tables.processes]

    def _add(self, name, parts, low, high):
        row, column, value = (np.concatenate([part[k] for part in parts]) for k in range(3))
        self.families[name] = (row.astype(np.int64), column.astype(np.int64), value.astype(float),
                               np.asarray(low, float), np.asarray(high, float))

    def _activity(self, side, index, factor):
        """What a process behind a row takes from it, and the right-hand side of a firm's row."""
        of_process = side.process[index] >= 0
        at = np.flatnonzero(of_process)
        right = factor * side.quantity[index]
        part = (at, self.y + side.process[index][at], -right[at])
        return part, np.where(of_process, 0.0, right)

    def _balances(self):
        arcs = self.arcs
        for name, side, end, slack, entry in (("supply", self.supplies, arcs.i, self.d, np.ones(len(arcs))),
                                              ("demand", self.demands, arcs.j, self.v, arcs.delivered)):
            every = np.arange(len(side))
            part, right = self._activity(side, every, np.ones(len(side)))
            self._add(name, [(end, np.arange(len(arcs)), entry), (every, slack + every, np.ones(len(side))), part], right, right)

    def _shares(self):
        arcs, demands = self.arcs, self.demands
        limited = np.flatnonzero(demands.secondary < 1)
        row = np.full(len(demands), -1)
        row[limited] = np.arange(len(limited))
        on = np.flatnonzero(row[arcs.j] >= 0)
        part, right = self._activity(demands, limited, demands.secondary[limited])
        self._add("share", [(row[arcs.j[on]], on, arcs.delivered[on]), part], np.full(len(limited), -INFINITY), right)
        most = np.array([row.get("max_share", 1.0) for row in self.tables.substitutions] + [1.0])
        on = np.flatnonzero(most[arcs.substitution] < 1)
        pairs, of = np.unique(np.stack([arcs.j[on], arcs.substitution[on]], 1), axis=0, return_inverse=True)
        part, right = self._activity(demands, pairs[:, 0], most[pairs[:, 1]])
        self._add("substitution", [(of.ravel(), on, arcs.delivered[on]), part], np.full(len(pairs), -INFINITY), right)

    def _qualities(self):
        tables, supplies, demands, arcs = self.tables, self.supplies, self.demands, self.arcs
        virgin = {(row["resource"], row["property"]): row["value"] for row in tables.qualities
                  if row["scope"] == "virgin" and "value" in row}
        order = np.argsort(arcs.j, kind="stable")
        bounds = np.searchsorted(arcs.j[order], np.arange(len(demands) + 1))
        names = {name for limits in demands.low + demands.high for name in limits}
        known = {name: np.array([values.get(name, np.nan) for values in supplies.quality]) for name in names}
        weight = np.array([UNITS[tables.resource[r]["unit"]][1] for r in supplies.resource])
        own = np.array([UNITS[tables.resource[r]["unit"]][1] for r in demands.resource])
        parts, low, high = [], [], []
        for j in range(len(demands)):
            for limits, least, most in ((demands.high[j], -INFINITY, 0.0), (demands.low[j], 0.0, INFINITY)):
                for name, limit in limits.items():
                    into = order[bounds[j]:bounds[j + 1]]
                    values = (known[name][arcs.i[into]] - limit) * (1 - arcs.loss[into]) * weight[arcs.i[into]] / own[j]
                    parts.append((np.full(len(into), len(low)), into, values))
                    bought = virgin.get((demands.resource[j], name))
                    if bought is not None and not np.isnan(demands.price[j]):
                        parts.append((np.array([len(low)]), np.array([self.v + j]), np.array([bought - limit])))
                    low.append(least)
                    high.append(most)
        self._add("quality", parts or [(np.zeros(0),) * 3], low, high)

    def _routes(self):
        tables, arcs = self.tables, self.arcs
        rows = [n for n, row in enumerate(tables.routes) if "capacity" in row]
        row = np.full(len(tables.routes) + 1, -1)
        row[rows] = np.arange(len(rows))
        on = np.flatnonzero(row[arcs.route] >= 0)
        given = np.array([UNITS[tables.resource[r]["unit"]][1] for r in self.supplies.resource])
        mode = np.array([UNITS[m["unit"]][1] for m in tables.modes])
        high = [tables.routes[n]["capacity"] for n in rows]
        self._add("route", [(row[arcs.route[on]], on, given[arcs.i[on]] / mode[arcs.mode[on]])], np.full(len(rows), -INFINITY), high)

    def _contracts(self):
        arcs, parts, low, high = self.arcs, [(np.zeros(0),) * 3], [], []
        resource = {name: n for n, name in enumerate(self.tables.resource)}
        given = np.array([resource[name] for name in self.supplies.resource])
        for row in self.tables.contracts:
            if not (row.get("min", 0.0) > 0 or "max" in row) or row["from"] not in arcs.owner or row["to"] not in arcs.owner:
                continue
            on = np.flatnonzero((arcs.owner_s[arcs.i] == arcs.owner[row["from"]]) & (arcs.owner_d[arcs.j] == arcs.owner[row["to"]])
                                & (given[arcs.i] == resource[row["resource"]]))
            if len(on) or row.get("min", 0.0) > 0:
                parts.append((np.full(len(on), len(low)), on, np.ones(len(on))))
                low.append(row.get("min", 0.0))
                high.append(row.get("max", INFINITY))
        self._add("contract", parts, low, high)

    def rows(self):
        """All families as one: starts, columns and values of each row in compressed form, and the bounds."""
        parts, low, high, first = [], [], [], 0
        for row, column, value, least, most in self.families.values():
            parts.append((row + first, column, value))
            low.append(least)
            high.append(most)
            first += len(least)
        row, column, value = (np.concatenate([part[k] for part in parts]) for k in range(3))
        order = np.argsort(row, kind="stable")
        start = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=first))])
        return start, column[order], value[order], np.concatenate(low), np.concatenate(high)
