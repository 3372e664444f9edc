#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An independent solver of the exchange model: numpy builds it, HiGHS solves it.

usage: reference.py SCENARIO [--with P1,P2] [--objective NAME] [--timing]

Prints {status, objective, baseline, today, plan, net_benefit, candidates, infeasible} as JSON. Written from
Docs/Specification alone; the differential test compares it with `symbio solve --json`.
"""
import argparse
import json
import sys
import time

import highspy
import numpy as np

from program import Program
from scenario_tables import ScenarioFault, Tables

MEASURES = ("cost", "carbon_cost", "ghg", "waste", "virgin")
TIE = 1e-9                                # how far from the best value a plan may lie and still count as best


def _measures(program, values, fixed):
    result = {name: float(program.measure[name] @ values) for name in ("cost", "ghg", "waste", "virgin")}
    result["cost"] += fixed
    result["carbon_cost"] = program.price * result["ghg"]
    return {name: result[name] for name in MEASURES}


def baseline(program):
    """Everything disposed of, everything bought new; needs without a price are listed and count nothing."""
    values, unpriced = np.zeros(len(program.lower)), []
    for data in program.periods:
        supplies, demands = data["supplies"], data["demands"]
        values[data["d"]:data["d"] + len(supplies)] = np.where(supplies.process < 0, supplies.quantity, 0.0)
        priced = ~np.isnan(demands.price)
        values[data["v"]:data["v"] + len(demands)] = np.where((demands.process < 0) & priced, demands.quantity, 0.0)
        unpriced += [f"{demands.owner[j]}/{demands.resource[j]}" for j in np.flatnonzero(~priced & (demands.process < 0))]
    return _measures(program, values, program.fixed_cost), sorted(set(unpriced))


def today(program):
    """The contracts' quantities by their cheapest candidates, processes at the least activity; (measures, reason)."""
    running = [row for row in program.tables.contracts if "quantity" in row]
    if not running:
        return None, "no contract says what flows"
    if len(program.periods) > 1:
        return None, "the quantities are of a year and the scenario has periods"
    data = program.periods[0]
    arcs = data["arcs"]
    fixed = np.zeros(len(arcs))
    for row in running:
        between = program.arcs_between(data, row["from"], row["to"], row["resource"])
        if row["quantity"] == 0:
            continue
        if not len(between):
            return None, f"{row['from']} - {row['to']}, {row['resource']}: no candidate carries it"
        price = arcs.cost[between] + program.price * arcs.ghg[between]
        fixed[between[np.argmin(price)]] += row["quantity"]
    least = np.zeros(len(program.lower))
    least[data["y"]:data["y"] + len(program.tables.processes)] = 1.0
    keep = np.ones(program.rows.count, bool)
    keep[program.contract_rows] = False
    keep[program.today_rows:] = False     # leasts and numbers of partners are asked of plans
    upper, lower, integer = program.upper, program.lower, program.integer
    try:
        program.upper, program.lower = upper.copy(), lower.copy()
        program.integer = np.zeros(len(integer), bool)
        program.upper[data["x"]:data["x"] + len(arcs)] = fixed
        program.lower[data["x"]:data["x"] + len(arcs)] = fixed
        program.upper[integer] = 0.0
        highs = program.solver(least, keep)
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None, "the quantities do not fit the scenario"
        values = np.array(highs.getSolution().col_value)
        values[program.used(values)] = 1.0    # what the flows use is paid for as in a plan
        return _measures(program, values, program.fixed_cost), None
    finally:
        program.upper, program.lower, program.integer = upper, lower, integer


def _objective(program, wanted):
    """The coefficients, the constant, and whether cost must still decide between the best."""
    kind = wanted if wanted is not None else program.tables.setting("objective", "cost")
    if isinstance(kind, dict):
        weights = {name: float(weight) for name, weight in kind["weights"].items()}
        kind = "weights"
    else:
        weights = {kind: 1.0}
    vector = sum(weight * program.measure[name] for name, weight in weights.items())
    return kind, vector, weights.get("cost", 0.0) * program.fixed_cost


def plan(program, wanted=None):
    """Status, objective kind and value, measures and column values of the best plan, then the cheapest among the best."""
    kind, vector, constant = _objective(program, wanted)
    highs = program.solver(vector)
    highs.run()
    status = highs.getModelStatus()
    if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return {"status": "infeasible", "kind": kind}
    if status != highspy.HighsModelStatus.kOptimal:
        return {"status": str(status), "kind": kind}
    values = np.array(highs.getSolution().col_value)
    best = float(vector @ values)
    if kind != "cost":
        # The bound on the first objective is a row; the second solve starts from the first one's plan.
        at = np.flatnonzero(vector)
        highs.addRow(-highspy.kHighsInf, best + TIE * max(1.0, abs(best + constant)), len(at), at.astype(np.int32), vector[at])
        highs.changeColsCost(len(vector), np.arange(len(vector), dtype=np.int32), program.measure["cost"])
        highs.run()
        if highs.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            values = np.array(highs.getSolution().col_value)
    return {"status": "optimal", "kind": kind, "value": best + constant, "values": values,
            "measures": _measures(program, values, program.fixed_cost)}


def solve(folder, projects=(), objective=None):
    """The whole answer for one folder, as results.md names it."""
    program = Program(Tables(folder, projects))
    base, unpriced = baseline(program)
    now, reason = today(program)
    found = plan(program, objective)
    optimal = found["status"] == "optimal"
    return {
        "status": found["status"],
        "objective": {"kind": found["kind"], "value": found.get("value")},
        "baseline": {**base, "unpriced": unpriced},
        "today": now,
        "today_reason": reason,
        "plan": found.get("measures"),
        "net_benefit": base["cost"] - found["measures"]["cost"] if optimal and not unpriced else None,
        "candidates": sum(len(data["arcs"]) for data in program.periods),
        "infeasible": found["status"] == "infeasible",
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenario")
    parser.add_argument("--with", dest="projects", default="", help="projects that count, with commas between")
    parser.add_argument("--objective", choices=("cost", "ghg", "waste", "virgin"))
    parser.add_argument("--timing", action="store_true", help="print the seconds on standard error")
    given = parser.parse_args()
    start = time.perf_counter()
    try:
        answer = solve(given.scenario, [p for p in given.projects.split(",") if p], given.objective)
    except ScenarioFault as fault:
        print(f"fault: {fault}", file=sys.stderr)
        return 3
    print(json.dumps(answer, indent=1))
    if given.timing:
        print(f"{time.perf_counter() - start:.2f} s", file=sys.stderr)
    return 4 if answer["infeasible"] else 0


if __name__ == "__main__":
    sys.exit(main())
