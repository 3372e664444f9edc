#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gap after the same time: the program against CBC and HiGHS on the exported MPS file, side by side.

usage: compare_choices.py PROGRAM [--size S|M] [--seeds 1,2] [--seconds T] [--out FOLDER]
A scenario with choices is generated (`generate.py --milp`), solved by the program with a time limit, and its whole model, written out by `--mps`, is
given to CBC (where it is installed) and HiGHS with the same limit of wall time, on one thread each. All gaps are measured against the best bound that
any of them proved, (value - best bound) / |value|, beside the gap that each proves by itself. The program's time is that of the whole process, reading,
modelling, proof and all; the others' is that of the file's reading and the search. Who outruns the limit by half of it and ten seconds is stopped from outside,
and the table says so: what it had found by then is not known. Written is choices.md. A value below another's bound is an error."""
import argparse
import datetime
import json
import multiprocessing
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import highspy

from bench import machine, number_or_text

HERE = os.path.dirname(os.path.abspath(__file__))


def processor(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def hard(seconds):
    """When a solver that goes on is stopped from outside."""
    return 1.5 * seconds + 10


def run(command, timeout=None):
    """What a command prints (None where it had to be stopped), its wall and its processor seconds."""
    before, start = processor(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        text = subprocess.run(command, capture_output=True, text=True, check=False, timeout=timeout).stdout
    except subprocess.TimeoutExpired:
        text = None
    return text, time.perf_counter() - start, processor(resource.RUSAGE_CHILDREN) - before


def ours(program, folder, seconds, mps):
    # The model is written out before the search, which a moment's limit then ends.
    run([program, "solve", folder, "--quiet", "--json", "--time-limit", "0.001", "--mps", mps])
    text, wall, used = run([program, "solve", folder, "--quiet", "--json", "--time-limit", str(seconds)])
    answer = json.loads(text)
    proved = answer["status"] == "optimal"
    value, bound = answer["objective"]["value"], answer["objective"]["bound"]
    return dict(value=value, bound=value if proved and bound is None else bound, wall=wall, processor=used)


def highs_alone(mps, seconds, answer):
    solver = highspy.Highs()
    solver.silent()
    for option, value in (("threads", 1), ("time_limit", float(seconds)), ("mip_rel_gap", 1e-9)):
        solver.setOptionValue(option, value)
    solver.readModel(mps)
    solver.run()
    info = solver.getInfo()
    value = info.objective_function_value if info.primal_solution_status == 2 else None
    answer.send((value, info.mip_dual_bound if abs(info.mip_dual_bound) < 1e300 else None))


def highs(mps, seconds):
    # In a process of its own, which can be stopped.
    before, start = processor(resource.RUSAGE_CHILDREN), time.perf_counter()
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=highs_alone, args=(mps, seconds, there))
    child.start()
    isDone = here.poll(hard(seconds))
    value, bound = here.recv() if isDone else (None, None)
    if not isDone:
        child.kill()
    child.join()
    wall, used = time.perf_counter() - start, processor(resource.RUSAGE_CHILDREN) - before
    return dict(value=value, bound=bound, wall=wall, processor=used, stopped=not isDone)


def cbc(mps, seconds):
    # Without `timeMode elapsed` CBC counts processor seconds.
    text, wall, used = run(["cbc", mps, "timeMode", "elapsed", "sec", str(seconds), "ratio", "1e-9", "solve", "quit"], hard(seconds))
    if text is None:
        return dict(value=None, bound=None, wall=wall, processor=used, stopped=True)
    value, bound = (re.search(pattern, text) for pattern in (r"Objective value:\s+(\S+)", r"Lower bound:\s+(\S+)"))
    isOptimal = "Optimal solution found" in text
    value = float(value.group(1)) if value and "No feasible solution found" not in text else None
    bound = float(bound.group(1)) if bound else value if isOptimal else None
    return dict(value=value, bound=bound, wall=wall, processor=used)


def table(seed, found, given):
    bounds = [row["bound"] for row in found.values() if row["bound"] is not None]
    best = max(bounds) if bounds else None
    lines = [f"### `generate.py --size {given.size} --seed {seed} --milp`, {given.seconds} s each" + (f"; best bound {best:,.0f}" if bounds else ""),
             "", "| | value | own bound | own gap | gap to the best bound | wall s | processor s |", "|---|--:|--:|--:|--:|--:|--:|"]
    wrong = []
    for name, row in found.items():
        value, bound = row["value"], row["bound"]
        scale = max(1.0, abs(value)) if value is not None else 1.0
        none = "stopped from outside" if row.get("stopped") else "no plan"
        cells = [f"{value:,.0f}" if value is not None else none, f"{bound:,.0f}" if bound is not None else "none",
                 f"{(value - bound) / scale:.3%}" if None not in (value, bound) else "–",
                 f"{(value - best) / scale:.3%}" if None not in (value, best) else "–", f"{row['wall']:.1f}", f"{row['processor']:.1f}"]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
        if None not in (value, best) and value < best - 1e-6 * scale:
            wrong.append(f"seed {seed}: {name} has the value {value!r}, below the bound {best!r} that another proves")
    return lines + [""], wrong


def versions(program):
    own = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()
    listed = [f"symbio {own}", f"HiGHS {highspy.Highs().version()}"]
    if shutil.which("cbc"):
        text = subprocess.run(["cbc", "-stop"], capture_output=True, text=True).stdout
        listed.append("CBC " + number_or_text(r"Version:?\s*(\d+\.\d+(?:\.\d+)*)", text))
    return ", ".join(listed)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--size", default="M")
    parser.add_argument("--seeds", type=lambda text: [int(seed) for seed in text.split(",")], default=[1])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--out", default="results/bench")
    given = parser.parse_args()
    lines = ["# Choices: gap after the same time", "", f"Measured on {datetime.date.today().isoformat()}: {machine()}.", "",
             f"{versions(given.program)}.", ""]
    wrong = []
    for seed in given.seeds:
        with tempfile.TemporaryDirectory() as place:
            folder, mps = os.path.join(place, "scenario"), os.path.join(place, "model.mps")
            subprocess.run(
                [sys.executable, os.path.join(HERE, "generate.py"), folder, "--size", given.size, "--seed", str(seed), "--milp"], check=True)
            found = {"Symbio": ours(given.program, folder, given.seconds, mps), "HiGHS": highs(mps, given.seconds)}
            if shutil.which("cbc"):
                found["CBC"] = cbc(mps, given.seconds)
        told, faults = table(seed, found, given)
        lines += told
        wrong += faults
    if wrong:
        lines += ["## What differs", ""] + [f"- {text}" for text in wrong] + [""]
    os.makedirs(given.out, exist_ok=True)
    with open(os.path.join(given.out, "choices.md"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    print("\n".join(lines))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
