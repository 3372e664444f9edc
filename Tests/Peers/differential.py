#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the program with the independent model on random scenarios, on the published cases and on this project's own scenarios.

usage: differential.py PROGRAM [--seeds N]
For each scenario: the status, the objective to 1e-6, the number of candidates, baseline and today, the plan's cost, that the gains sum to the
net benefit, that every output and need balances, and that the certificate holds. The exported LP and MPS files of some are opened by
glpsol and HiGHS, which must find the same optimum. Exits with 1 where anything differs."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import highspy

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TOLERANCE = 1e-6
MEASURES = ("cost", "carbon_cost", "ghg", "waste", "virgin")


def differs(a, b):
    if a is None or b is None:
        return (a is None) != (b is None)
    return abs(a - b) > TOLERANCE * max(1.0, abs(b))


def answer_of(command):
    ran = subprocess.run(command, capture_output=True, text=True)
    try:
        # HiGHS greets on standard output, so the reference's answer begins at its first brace.
        return ran.returncode, json.loads(ran.stdout[ran.stdout.index("{"):]), ran.stderr
    except ValueError:
        return ran.returncode, None, ran.stderr


def balance_faults(ours):
    for row in ours["outputs"]:
        if differs(row["exchanged"] + row["disposed"] + row["stored"], row["quantity"]):
            yield f"output of {row['firm']} {row['resource']} does not balance"
    for row in ours["needs"]:
        if differs(row["secondary"] + row["virgin"], row["quantity"]):
            yield f"need of {row['firm']} {row['resource']} does not balance"


def plan_faults(ours):
    if not ours["certificate"]["holds"]:
        yield "certificate does not hold"
    if ours["net_benefit"] is not None:
        gains = sum(row["gain"] for row in ours["exchanges"] + ours["processes"] + ours["storages"])
        gains -= sum(row["charge"] for row in ours["processes"] + ours["links"] + ours["routes"])
        if abs(gains - ours["net_benefit"]) > TOLERANCE * max(1.0, abs(ours["baseline"]["cost"])):
            yield f"gains sum to {gains}, net benefit is {ours['net_benefit']}"
    yield from balance_faults(ours)


def compare(program, folder):
    """What differs between the program and the independent model on one scenario."""
    code, ours, said = answer_of([program, "solve", folder, "--json", "--lang", "en", "--quiet"])
    _, theirs, why = answer_of([sys.executable, os.path.join(HERE, "reference.py"), folder])
    if ours is None or theirs is None:
        return [f"no answer: exit {code} {said[:300]} {why[-300:]}"]
    faults = []
    if ours["status"] != theirs["status"]:
        return [f"status {ours['status']}, reference {theirs['status']}"]
    if differs(ours["objective"]["value"], theirs["objective"]["value"]):
        faults.append(f"objective {ours['objective']['value']}, reference {theirs['objective']['value']}")
    if ours["provenance"]["candidates"] != theirs["candidates"]:
        faults.append(f"{ours['provenance']['candidates']} candidates, reference {theirs['candidates']}")
    for state in ("baseline", "today"):
        for measure in MEASURES:
            a, b = ((answer[state] or {}).get(measure) for answer in (ours, theirs))
            if differs(a, b):
                faults.append(f"{state} {measure} {a}, reference {b}")
    if ours["status"] == "optimal":
        if differs(ours["plan"]["cost"], theirs["plan"]["cost"]):
            faults.append(f"plan cost {ours['plan']['cost']}, reference {theirs['plan']['cost']}")
        faults.extend(plan_faults(ours))
    return faults


def highs_optimum(path):
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("mip_rel_gap", 1e-9)
    solver.readModel(path)
    solver.run()
    return solver.getInfo().objective_function_value


def glpsol_optimum(option, path, folder):
    report = os.path.join(folder, "glpsol.txt")
    subprocess.run(["glpsol", option, path, "-w", report], check=True, capture_output=True)
    with open(report, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("s bas"):
                return float(line.split()[6])
            if line.startswith("s mip"):
                return float(line.split()[5])
    raise ValueError("glpsol wrote no optimum")


def compare_exports(program, folder):
    """What glpsol and HiGHS make of the exported model."""
    with tempfile.TemporaryDirectory() as place:
        lp, mps = os.path.join(place, "model.lp"), os.path.join(place, "model.mps")
        code, ours, said = answer_of([program, "solve", folder, "--json", "--quiet", "--lp", lp, "--mps", mps])
        if ours is None or code != 0:
            return [f"export: exit {code} {said[:300]}"]
        value = ours["objective"]["value"]
        found = {
            "HiGHS on LP": highs_optimum(lp), "HiGHS on MPS": highs_optimum(mps),
            "glpsol on LP": glpsol_optimum("--lp", lp, place), "glpsol on MPS": glpsol_optimum("--freemps", mps, place),
        }
        return [f"{who}: {optimum}, program {value}" for who, optimum in found.items() if differs(optimum, value)]


def scenarios(place, seeds):
    for seed in range(1, seeds + 1):
        for kind in ("", "--plain", "--rich"):
            for firms in (25, 70):
                folder = os.path.join(place, f"{firms}{kind}-{seed}")
                make = [sys.executable, os.path.join(HERE, "generate.py"), folder, "--firms", str(firms), "--seed", str(seed)]
                subprocess.run(make + ([kind] if kind else []), check=True)
                yield folder, seed <= 2
    # Choices and periods: integers take longer, so these are smaller.
    for kind, firms, count in (("--milp", 14, 14), ("--milp --periods 2", 9, 9), ("--milp --rich", 12, 7), ("--periods 4", 30, 6),
                               ("--rich --periods 12", 14, 3)):
        for seed in range(1, count + 1):
            folder = os.path.join(place, f"{firms}{kind.replace(' ', '')}-{seed}")
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), folder, "--firms", str(firms), "--seed", str(seed)]
                           + kind.split(), check=True)
            yield folder, seed <= 2
    for parent in ("Tests/Cases", "Scenarios"):
        for name in sorted(os.listdir(os.path.join(ROOT, parent))):
            folder = os.path.join(ROOT, parent, name)
            if os.path.exists(os.path.join(folder, "scenario.yaml")):
                yield folder, True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=9)
    given = parser.parse_args()
    program = os.path.abspath(given.program)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as place:
        for folder, exported in scenarios(place, given.seeds):
            faults = compare(program, folder) + (compare_exports(program, folder) if exported else [])
            for fault in faults:
                print(f"{os.path.basename(folder)}: {fault}")
            passed, failed = passed + (not faults), failed + bool(faults)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
