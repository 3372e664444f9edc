#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gap after the same time: the program against CBC and HiGHS on the exported MPS file, side by side.

usage: compare_choices.py PROGRAM [--size S|M] [--seed N] [--seconds T] [--generator FILE]
A scenario with choices is generated (`generate.py --milp`), solved by the program with a time limit, and its whole model, written out by `--mps`, is
given to CBC (where it is installed) and HiGHS with the same limit. All gaps are measured against the best bound that any of them proved:
(value - best bound) / |value|, beside the gap that each proves by itself."""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import highspy

HERE = os.path.dirname(os.path.abspath(__file__))


def ours(program, folder, seconds, mps):
    subprocess.run([program, "solve", folder, "--quiet", "--json", "--time-limit", "0.001", "--mps", mps],
                   stdout=subprocess.DEVNULL, check=False)
    start = time.perf_counter()
    ran = subprocess.run([program, "solve", folder, "--quiet", "--json", "--time-limit", str(seconds)], capture_output=True, text=True)
    answer = json.loads(ran.stdout)
    return answer["objective"]["value"], answer["objective"]["bound"], time.perf_counter() - start


def highs(mps, seconds):
    solver = highspy.Highs()
    solver.silent()
    solver.readModel(mps)
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("mip_rel_gap", 1e-9)
    start = time.perf_counter()
    solver.run()
    info = solver.getInfo()
    value = info.objective_function_value if info.primal_solution_status == 2 else None
    return value, info.mip_dual_bound, time.perf_counter() - start


def cbc(mps, seconds):
    start = time.perf_counter()
    ran = subprocess.run(["cbc", mps, "sec", str(seconds), "ratio", "1e-9", "solve", "quit"], capture_output=True, text=True)
    spent = time.perf_counter() - start
    value = re.search(r"Objective value:\s+(\S+)", ran.stdout)
    bound = re.search(r"Lower bound:\s+(\S+)", ran.stdout)
    value = float(value.group(1)) if value else None
    return value, float(bound.group(1)) if bound else value, spent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--size", default="M")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--generator", default=os.path.join(HERE, "generate.py"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, mps = os.path.join(place, "scenario"), os.path.join(place, "model.mps")
        subprocess.run([sys.executable, given.generator, folder, "--size", given.size, "--seed", str(given.seed), "--milp"], check=True)
        found = {"symbio": ours(os.path.abspath(given.program), folder, given.seconds, mps)}
        found["HiGHS"] = highs(mps, given.seconds)
        if shutil.which("cbc"):
            found["CBC"] = cbc(mps, given.seconds)
        best = max(bound for _, bound, _ in found.values() if bound is not None and abs(bound) < 1e300)
        print(f"generate.py --size {given.size} --seed {given.seed} --milp, {given.seconds} s each; best bound {best:.9g}")
        print(f"{'':8} {'value':>18} {'own bound':>18} {'own gap':>9} {'gap':>9} {'seconds':>8}")
        for name, (value, bound, spent) in found.items():
            if value is None:
                print(f"{name:8} {'no plan':>18} {bound if bound is not None else float('nan'):>18.9g} {'':>9} {'':>9} {spent:>8.1f}")
                continue
            scale = max(1.0, abs(value))
            own = f"{(value - bound) / scale:.4%}" if bound is not None else "-"
            print(f"{name:8} {value:>18.9g} {bound if bound is not None else float('nan'):>18.9g} {own:>9} {(value - best) / scale:>9.4%} {spent:>8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
