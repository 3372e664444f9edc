# SPDX-License-Identifier: GPL-3.0-or-later
"""The program of model.md in full form: every supply, demand, share, quality, capacity and contract is a row.

Slacks are kept, nothing is eliminated and nothing is scaled, so that it has no step in common with
the Swift formulation but the contract.
"""
from collections import defaultdict

import highspy
import numpy as np

from candidates import Candidates, periods_of, sides
from distances import Places
from scenario_tables import UNITS, same_dimension

INFINITY = float("inf")


class Rows:
    """A growing sparse matrix with two-sided rows."""

    def __init__(self):
        self.low, self.high, self.parts, self.count = [], [], [], 0

    def add(self, columns, values, low, high):
        self.parts.append((np.full(len(columns), self.count), np.asarray(columns, np.int64), np.asarray(values, float)))
        self.low.append(low)
        self.high.append(high)
        self.count += 1
        return self.count - 1

    def arrays(self):
        if not self.parts:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
        return tuple(np.concatenate([part[k] for part in self.parts]) for k in range(3))


class Program:
    """Columns in blocks: x (arcs), d (disposal), v (virgin), y (activity), h (storage), z (what is built)."""

    def __init__(self, tables):
        self.tables, self.places = tables, Places(tables)
        self.periods = []
        self.rows = Rows()
        self.lower, self.upper, self.integer = [], [], []
        self.measure = {name: [] for name in ("cost", "ghg", "waste", "virgin")}
        self.fixed_cost = sum(row.get("fixed_cost", 0.0) for row in tables.processes if not row.get("candidate"))
        for period, share in periods_of(tables):
            self._columns(period, share)
        self._storages()
        for data in self.periods:
            self._balances(data)
            self._quality(data)
            self._capacities(data)
        self._contracts()
        self.today_rows = self.rows.count
        self._built()
        self._freeze()

    # ------------------------------------------------------------ columns

    def _block(self, count, upper=INFINITY, integer=False, **measures):
        start = len(self.lower)
        self.lower += [0.0] * count
        self.upper += [upper] * count if np.isscalar(upper) else list(upper)
        self.integer += [integer] * count
        for name, column in self.measure.items():
            value = measures.get(name, 0.0)
            column += [float(value)] * count if np.isscalar(value) else list(value)
        return start

    def _tonnes(self, resource):
        """Tonnes of material in one unit; 0 for what does not count as material."""
        row = self.tables.resource[resource]
        if row["kind"] != "material":
            return 0.0
        if same_dimension(row["unit"], "t"):
            return UNITS[row["unit"]][1]
        return row.get("tonnes_per_unit", 0.0)

    def _columns(self, period, share):
        supplies, demands = sides(self.tables, self.places, period, share)
        arcs = Candidates(self.tables, self.places, supplies, demands)
        data = dict(period=period, share=share, supplies=supplies, demands=demands, arcs=arcs)
        out = np.array([self._tonnes(r) for r in supplies.resource])
        into = np.array([self._tonnes(r) for r in demands.resource])
        data["x"] = self._block(len(arcs), cost=arcs.cost, ghg=arcs.ghg, waste=arcs.loss * out[arcs.i] if len(arcs) else 0.0)
        data["d"] = self._block(len(supplies), cost=supplies.price, ghg=supplies.ghg, waste=out)
        bought = np.where(np.isnan(demands.price), 0.0, demands.price)
        data["v"] = self._block(len(demands), upper=np.where(np.isnan(demands.price), 0.0, INFINITY),
                                cost=bought, ghg=demands.ghg, virgin=into)
        processes = self.tables.processes
        data["y"] = self._block(len(processes), upper=[row["capacity"] * share for row in processes],
                                cost=[row.get("cost", 0.0) for row in processes],
                                ghg=[row.get("ghg", 0.0) for row in processes])
        self.periods.append(data)

    def _storages(self):
        """One column per storage and period: what is held at the period's end."""
        for data in self.periods:
            data["h"], supplies = {}, data["supplies"]
            for number, row in enumerate(self.tables.storages):
                owner = row.get("firm") or row["process"]
                at = next(i for i in supplies.by_resource[row["resource"]] if supplies.owner[i] == owner)
                given = self.tables.resource[row["resource"]]
                lost = row.get("loss_share", 0.0)
                dumped = 0.0 if given["kind"] == "energy" else lost
                column = self._block(1, upper=row["capacity"],
                                     cost=row.get("cost", 0.0) + dumped * supplies.price[at],
                                     ghg=dumped * supplies.ghg[at], waste=lost * self._tonnes(row["resource"]))
                data["h"][number] = (at, column, lost)

    # ------------------------------------------------------------ rows

    def _balances(self, data):
        supplies, demands, arcs = data["supplies"], data["demands"], data["arcs"]
        before = self.periods[self.periods.index(data) - 1]
        leaving, arriving = _grouped(arcs.i, len(supplies)), _grouped(arcs.j, len(demands))
        data["leaving"], data["arriving"] = leaving, arriving
        for i in range(len(supplies)):
            columns = [*(data["x"] + leaving[i]), data["d"] + i]
            values = [1.0] * len(columns)
            for number, (at, column, lost) in data["h"].items():
                if at == i:
                    columns += [column, before["h"][number][1]]
                    values += [1.0, -(1 - lost)]
            self._quantity(columns, values, data, supplies, i, equal=True)
        for j in range(len(demands)):
            arcs_in = arriving[j]
            delivered = arcs.delivered[arcs_in]
            self._quantity([*(data["x"] + arcs_in), data["v"] + j], [*delivered, 1.0], data, demands, j, equal=True)
            if demands.secondary[j] < 1:
                self._quantity(data["x"] + arcs_in, delivered, data, demands, j, equal=False, share=demands.secondary[j])
            for number in np.unique(arcs.substitution[arcs_in]):
                most = self.tables.substitutions[number].get("max_share", 1.0) if number >= 0 else 1.0
                if most < 1:
                    by = arcs_in[arcs.substitution[arcs_in] == number]
                    self._quantity(data["x"] + by, arcs.delivered[by], data, demands, j, equal=False, share=most)

    def _quantity(self, columns, values, data, side, index, equal, share=1.0):
        """A row against `share` of a quantity, which is a figure or an activity times a factor."""
        columns, values, right = list(columns), list(values), share * side.quantity[index]
        if side.process[index] >= 0:
            columns.append(data["y"] + side.process[index])
            values.append(-right)
            right = 0.0
        # A column that stands twice (a storage over a single period) is added up.
        total = defaultdict(float)
        for column, value in zip(columns, values):
            total[column] += value
        self.rows.add(list(total), list(total.values()), right if equal else -INFINITY, right)

    def _quality(self, data):
        supplies, demands, arcs = data["supplies"], data["demands"], data["arcs"]
        virgin = {(row["resource"], row["property"]): row["value"] for row in self.tables.qualities
                  if row["scope"] == "virgin" and "value" in row}
        for j in range(len(demands)):
            unit = self.tables.resource[demands.resource[j]]["unit"]
            for limits, low, high in ((demands.high[j], -INFINITY, 0.0), (demands.low[j], 0.0, INFINITY)):
                for name, limit in limits.items():
                    into = data["arriving"][j]
                    values = np.array([supplies.quality[i][name] for i in arcs.i[into]]) - limit
                    values = values * (1 - arcs.loss[into]) * [self._amount(supplies.resource[i], unit) for i in arcs.i[into]]
                    columns, values = list(data["x"] + into), list(values)
                    if not np.isnan(demands.price[j]) and (demands.resource[j], name) in virgin:
                        columns.append(data["v"] + j)
                        values.append(virgin[demands.resource[j], name] - limit)
                    self.rows.add(columns, values, low, high)

    def _amount(self, resource, unit):
        """What one unit of `resource` weighs in `unit`, so that a mixture of t and kg mixes by mass."""
        own = self.tables.resource[resource]["unit"]
        return UNITS[own][1] / UNITS[unit][1] if same_dimension(own, unit) else 1.0

    def _in_mode(self, data, arcs):
        """Units of the mode in one unit of what an arc carries."""
        resources, modes = data["supplies"].resource, self.tables.modes
        every = data["arcs"]
        return np.array([UNITS[self.tables.resource[resources[every.i[a]]]["unit"]][1]
                         / UNITS[modes[every.mode[a]]["unit"]][1] for a in arcs])

    def _capacities(self, data):
        for number, row in enumerate(self.tables.routes):
            if "capacity" in row:
                on = np.flatnonzero(data["arcs"].route == number)
                if len(on):
                    self.rows.add(data["x"] + on, self._in_mode(data, on), -INFINITY, row["capacity"] * data["share"])

    def arcs_between(self, data, giver, taker, resource):
        supplies, demands, arcs = data["supplies"], data["demands"], data["arcs"]
        return np.array([a for i in supplies.by_resource.get(resource, []) if supplies.owner[i] == giver
                         for a in data["leaving"][i] if demands.owner[arcs.j[a]] == taker], np.int64)

    def _contracts(self):
        self.contract_rows = []
        for row in self.tables.contracts:
            if row.get("min", 0.0) > 0 or "max" in row:
                columns = np.concatenate([data["x"] + self.arcs_between(data, row["from"], row["to"], row["resource"])
                                          for data in self.periods])
                self.contract_rows.append(
                    self.rows.add(columns, np.ones(len(columns)), row.get("min", 0.0), row.get("max", INFINITY)))

    # ------------------------------------------------------------ what is built (integers)

    def _annuity(self, years):
        rate = float(self.tables.setting("discount_rate", 0.08))
        return 1 / years if rate == 0 else rate / (1 - (1 + rate) ** -years)

    def _most(self, data):
        """For each arc the most that it can ever carry: what can leave, what can be taken in."""
        arcs = data["arcs"]

        def bound(side, year):
            limit = np.where(side.process >= 0, 0.0, side.quantity)
            for n, row in enumerate(self.tables.processes):
                limit = limit + np.where(side.process == n, side.quantity * row["capacity"] * data["share"], 0.0)
            return limit

        out, into = bound(data["supplies"], data), bound(data["demands"], data)
        for number, (at, _, _) in data["h"].items():
            out[at] += self.tables.storages[number]["capacity"]
        return np.minimum(out[arcs.i], into[arcs.j] / arcs.delivered) if len(arcs) else np.zeros(0)

    def _switch(self, groups, charge, in_units=None, least=0.0, cap=None):
        """z in {0, 1}: Σ amount ≤ most · z, and ≥ least · z where there is a least. Returns the column of z."""
        columns = np.concatenate([data["x"] + arcs for data, arcs in groups])
        amounts = np.concatenate([np.ones(len(arcs)) if in_units is None else in_units(data, arcs) for data, arcs in groups])
        most = float(sum((data["most"][arcs] * (1 if in_units is None else in_units(data, arcs))).sum() for data, arcs in groups if len(arcs)))
        z = self._block(1, upper=1.0, integer=True, cost=charge)
        self.rows.add([*columns, z], [*amounts, -(most if cap is None else min(most, cap))], -INFINITY, 0.0)
        if least > 0:
            self.rows.add([*columns, z], [*amounts, -least], 0.0, INFINITY)
        # Each arc by itself as well: a tighter relaxation, the same integer answers.
        for data, arcs in groups:
            for a in arcs:
                self.rows.add([data["x"] + a, z], [1.0, -data["most"][a]], -INFINITY, 0.0)
        return z

    def _groups(self, key):
        """Arcs of all periods by key(data, arc); None leaves an arc out."""
        found = defaultdict(lambda: [[] for _ in self.periods])
        for number, data in enumerate(self.periods):
            for a in range(len(data["arcs"])):
                name = key(data, a)
                if name is not None:
                    found[name][number].append(a)
        return {name: [(data, np.array(arcs, np.int64)) for data, arcs in zip(self.periods, lists)]
                for name, lists in found.items()}

    def _built(self):
        tables = self.tables
        for number, row in enumerate(tables.processes):
            if row.get("candidate"):
                charge = row.get("fixed_cost", 0.0)
                if row.get("capex"):
                    charge += row["capex"] * self._annuity(row["lifetime_years"])
                z = self._block(1, upper=1.0, integer=True, cost=charge)
                for data in self.periods:
                    self.rows.add([data["y"] + number, z], [1.0, -row["capacity"] * data["share"]], -INFINITY, 0.0)
        linked = [n for n, row in enumerate(tables.modes) if row.get("capex_per_km") or row.get("fixed_cost_per_km")]
        charged = [n for n, row in enumerate(tables.routes) if row.get("fixed_cost")]
        least = float(tables.setting("exchange.min_quantity", 0.0))
        partners = tables.setting("exchange.max_partners", None)
        if linked or charged or least > 0 or partners is not None:
            for data in self.periods:
                data["most"] = self._most(data)
        self._links(linked)
        self._charged_routes(charged)
        if least > 0 or partners is not None:
            self._exchanges(least, partners)

    def _links(self, linked):
        if not linked:
            return

        def ends(data, a):
            arcs = data["arcs"]
            p, q = data["supplies"].place[arcs.i[a]], data["demands"].place[arcs.j[a]]
            return (int(arcs.mode[a]), int(min(p, q)), int(max(p, q))) if arcs.mode[a] in linked else None

        for (mode, p, q), groups in sorted(self._groups(ends).items()):
            row = self.tables.modes[mode]
            arcs = groups[0][0]["arcs"]
            km = max(data["arcs"].km[on].max() for data, on in groups if len(on))
            both = arcs.books[mode].measure(np.array([p, q]), np.array([q, p]))
            km = max([km, *both[0][both[2] & ~np.isnan(both[0])]])
            a_year = row.get("fixed_cost_per_km", 0.0)
            if row.get("capex_per_km"):
                a_year += row["capex_per_km"] * self._annuity(row["lifetime_years"])
            self._switch(groups, a_year * km, in_units=self._in_mode, cap=row.get("link_capacity"))

    def _charged_routes(self, charged):
        if not charged:
            return

        def route(data, a):
            return int(data["arcs"].route[a]) if data["arcs"].route[a] in charged else None

        for number, groups in sorted(self._groups(route).items()):
            self._switch(groups, self.tables.routes[number]["fixed_cost"])

    def _exchanges(self, least, partners):
        """min_quantity for each exchange, max_partners for each firm."""
        agreed = {(row["from"], row["to"], row["resource"]) for row in self.tables.contracts if row.get("min", 0.0) > 0}

        def exchange(data, a):
            arcs, supplies, demands = data["arcs"], data["supplies"], data["demands"]
            name = (supplies.owner[arcs.i[a]], demands.owner[arcs.j[a]], supplies.resource[arcs.i[a]])
            return None if name in agreed else name

        def couple(data, a):
            arcs = data["arcs"]
            p, q = data["supplies"].place[arcs.i[a]], data["demands"].place[arcs.j[a]]
            return (int(min(p, q)), int(max(p, q))) if p != q else None

        if least > 0:
            for _, groups in sorted(self._groups(exchange).items()):
                self._switch(groups, 0.0, least=least)
        if partners is not None:
            met = defaultdict(list)
            for (p, q), groups in sorted(self._groups(couple).items()):
                z = self._switch(groups, 0.0)
                met[p].append(z)
                met[q].append(z)
            for place, switches in sorted(met.items()):
                if self.places.is_firm[place]:
                    self.rows.add(switches, np.ones(len(switches)), -INFINITY, float(partners))

    # ------------------------------------------------------------ solving

    def _freeze(self):
        for name in self.measure:
            self.measure[name] = np.array(self.measure[name])
        self.price = float(self.tables.setting("carbon_price", 0.0)) / 1000
        self.measure["cost"] = self.measure["cost"] + self.price * self.measure["ghg"]
        self.lower, self.upper, self.integer = (np.array(a) for a in (self.lower, self.upper, self.integer))

    def used(self, values):
        """The whole-numbered columns that some flow of a point asks for: Σ amount ≤ most · z with something above 0."""
        found = []
        for _, columns, amounts in self.rows.parts[self.today_rows:]:
            switches = self.integer[columns] & (amounts < 0)
            if switches.sum() == 1 and (amounts[~switches] @ values[columns[~switches]]) > 1e-9:
                found.append(columns[switches][0])
        return np.unique(np.array(found, np.int64))

    def solver(self, objective, keep=None):
        """A HiGHS instance of the program; `keep` masks the rows that stand."""
        row, column, value = self.rows.arrays()
        low, high = np.array(self.rows.low), np.array(self.rows.high)
        if keep is not None:
            low, high = np.where(keep, low, -INFINITY), np.where(keep, high, INFINITY)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.lower), self.rows.count
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = objective, self.lower, self.upper
        lp.row_lower_, lp.row_upper_ = low, high
        order = np.argsort(row, kind="stable")
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=self.rows.count))]).astype(np.int32)
        lp.a_matrix_.index_, lp.a_matrix_.value_ = column[order].astype(np.int32), value[order]
        if self.integer.any():
            lp.integrality_ = [highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous for whole in self.integer]
        highs = highspy.Highs()
        highs.silent()
        # By 1e-9 HiGHS 1.16 calls a plan with choices at Chu Lai infeasible, or a worse one the best; by 1e-7 it is right.
        tolerance = 1e-7 if self.integer.any() else 1e-9
        highs.setOptionValue("primal_feasibility_tolerance", tolerance)
        highs.setOptionValue("dual_feasibility_tolerance", tolerance)
        highs.setOptionValue("mip_rel_gap", 1e-9)
        highs.setOptionValue("mip_feasibility_tolerance", tolerance)
        highs.passModel(lp)
        return highs


def _grouped(keys, count):
    """Positions of each key 0..<count."""
    order = np.argsort(keys, kind="stable")
    return np.split(order, np.cumsum(np.bincount(keys, minlength=count))[:-1]) if count else []
