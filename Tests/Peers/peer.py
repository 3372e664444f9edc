#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the model of a scenario with one modelling tool, solves it, and prints {"optimum", "columns", "rows"} as JSON.

usage: peer.py PEER FOLDER        PEER is pulp, linopy, highspy or pyomo

Each tool is used as its users would: whole arrays where it takes arrays, expressions from lists where it does not. Solvers run with their
defaults and one thread."""
import json
import sys

import numpy as np

from peer_model import INFINITY, PeerModel


def by_highspy(model):
    import highspy

    start, column, value, low, high = model.rows()
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = model.columns, len(low)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = model.cost, np.zeros(model.columns), model.upper
    lp.row_lower_, lp.row_upper_ = low, high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = start.astype(np.int32), column.astype(np.int32), value
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.passModel(lp)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise ValueError(f"HiGHS: {solver.getModelStatus()}")
    return solver.getInfo().objective_function_value


def by_linopy(model):
    import linopy
    import xarray

    program = linopy.Model()
    x = program.add_variables(lower=xarray.DataArray(np.zeros(model.columns), dims="column"),
                              upper=xarray.DataArray(model.upper, dims="column"), name="x")
    for name, (row, column, value, low, high) in model.families.items():
        if not len(low):
            continue
        entries = xarray.DataArray(value, dims="entry")
        terms = entries * x.isel(column=xarray.DataArray(column, dims="entry"))
        sums = terms.groupby(xarray.DataArray(row, dims="entry", name="row")).sum()
        at = np.unique(row)
        for side, sign in ((low, ">="), (high, "<=")):
            keep = np.isfinite(side[at]) & ((low[at] != high[at]) | (sign == "<="))
            if keep.any():
                equal = sign == "<=" and bool((low[at][keep] == high[at][keep]).all())
                program.add_constraints(sums.isel(row=np.flatnonzero(keep)), "=" if equal else sign,
                                        xarray.DataArray(side[at][keep], dims="row", coords={"row": at[keep]}), name=name + sign)
    program.add_objective((xarray.DataArray(model.cost, dims="column") * x).sum())
    status = program.solve("highs", threads=1, output_flag=False)
    if status[1] != "optimal":
        raise ValueError(f"linopy: {status}")
    return program.objective.value


def by_pulp(model):
    import pulp

    start, column, value, low, high = model.rows()
    program = pulp.LpProblem("exchange", pulp.LpMinimize)
    x = [pulp.LpVariable(f"x{n}", 0, None if most == INFINITY else most) for n, most in enumerate(model.upper)]
    program += pulp.LpAffineExpression(list(zip(x, model.cost.tolist())))
    entries = list(zip(column.tolist(), value.tolist()))
    for n, (least, most) in enumerate(zip(low.tolist(), high.tolist())):
        total = pulp.LpAffineExpression([(x[c], v) for c, v in entries[start[n]:start[n + 1]]])
        if least == most:
            program += total == most
            continue
        if most < INFINITY:
            program += total <= most
        if least > -INFINITY:
            program += total >= least
    program.solve(pulp.PULP_CBC_CMD(msg=False, threads=1))
    if pulp.LpStatus[program.status] != "Optimal":
        raise ValueError(f"CBC: {pulp.LpStatus[program.status]}")
    return pulp.value(program.objective)


def by_pyomo(model):
    import pyomo.environ as pyomo
    from pyomo.core.expr.numeric_expr import LinearExpression
    from pyomo.contrib.appsi.solvers import Highs

    start, column, value, low, high = model.rows()
    program = pyomo.ConcreteModel()
    upper = model.upper.tolist()
    program.x = pyomo.Var(range(model.columns), bounds=lambda _, n: (0, None if upper[n] == INFINITY else upper[n]))
    x = [program.x[n] for n in range(model.columns)]
    column, value = column.tolist(), value.tolist()

    def rule(_, n):
        at = slice(start[n], start[n + 1])
        total = LinearExpression(constant=0, linear_coefs=value[at], linear_vars=[x[c] for c in column[at]])
        least, most = float(low[n]), float(high[n])
        if least == most:
            return total == most
        return pyomo.inequality(None if least == -INFINITY else least, total, None if most == INFINITY else most)

    program.rows = pyomo.Constraint(range(len(low)), rule=rule)
    program.cost = pyomo.Objective(expr=LinearExpression(constant=0, linear_coefs=model.cost.tolist(), linear_vars=x))
    solver = Highs()
    solver.highs_options["threads"] = 1
    found = solver.solve(program)
    if found.termination_condition.name != "optimal":
        raise ValueError(f"Pyomo: {found.termination_condition}")
    return pyomo.value(program.cost)


PEERS = {"pulp": by_pulp, "linopy": by_linopy, "highspy": by_highspy, "pyomo": by_pyomo}


def main():
    model = PeerModel(sys.argv[2])
    optimum = PEERS[sys.argv[1]](model) + model.constant
    rows = sum(len(low) for _, _, _, low, _ in model.families.values())
    # Some solvers greet on standard output; the answer is the last line.
    print("\n" + json.dumps({"optimum": optimum, "columns": model.columns, "rows": rows, "candidates": len(model.arcs)}))


if __name__ == "__main__":
    main()
