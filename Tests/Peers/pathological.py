#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios that are hard in one way each, and whether the program solves them rightly and about as fast as plain ones.

usage: pathological.py PROGRAM [--cases a,b,...] [--scale X] [--limit SECONDS] [--rounds 3] [--keep FOLDER]

Each case has a twin: a scenario of random places, prices and quantities with about as many candidates. For both the optimum is compared with that
of HiGHS on a model built apart (to 1e-7 of it), and the case may take three times the processor time of its twin. Of more rounds the one with the
least processor time counts: what else a machine does can only add to it. Prints a table; ends with 1 where something is wrong or slow."""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile

import bench

HERE = os.path.dirname(os.path.abspath(__file__))
PLAIN = dict(firms=200, resources=8, spread=0.5, price=(30.0, 300.0), quantity=(10.0, 1000.0), reach="", chain=0, plants=0)


def write(folder, name, head, rows):
    with open(os.path.join(folder, name + ".csv"), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def scenario(folder, seed=1, **changes):
    """A scenario of `firms` firms, each with two outputs and two needs of `resources` resources, in a square of `spread` degrees."""
    shape = {**PLAIN, **changes}
    numbers = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "scenario.yaml"), "w", encoding="utf-8") as file:
        file.write("format: 1\nid: hard\nname: {en: Hard}\ncurrency: USD\nyear: 2030\n")

    def amount(ends):
        least, most = ends
        return least if least == most else float(f"{least * (most / least) ** numbers.random():.9g}")

    count = shape["resources"] + shape["chain"]
    write(folder, "resources", ["id", "name", "kind", "unit", "disposal_cost", "virgin_price", "max_km"],
          [[f"R{m}", f"Resource {m}", "material", "t", amount(shape["price"]), amount(shape["price"]), shape["reach"]] for m in range(count)])
    write(folder, "modes", ["id", "unit", "cost_per_unit", "cost_per_unit_km"], [["truck", "t", 1, shape.get("per_km", 0.1)]])
    place = [(15 + numbers.random() * shape["spread"], 108 + numbers.random() * shape["spread"]) for _ in range(shape["firms"])]
    write(folder, "firms", ["id", "name", "latitude", "longitude"],
          [[f"F{f}", f"Firm {f}", f"{y:.5f}", f"{x:.5f}"] for f, (y, x) in enumerate(place)])
    outputs, needs = [], []
    for firm in range(shape["firms"]):
        # A chain begins with what firms give off and ends with what they need.
        given, needed = ([0], [shape["chain"]]) if shape["chain"] else (range(count), range(count))
        for resource in numbers.sample(list(given), min(2, len(given))):
            outputs.append([f"F{firm}", f"R{resource}", amount(shape["quantity"])])
        for resource in numbers.sample(list(needed), min(2, len(needed))):
            needs.append([f"F{firm}", f"R{resource}", amount(shape["quantity"])])
    for row in outputs + needs:
        if numbers.random() < shape.get("zeros", 0.0):
            row[2] = 0
    if "giant" in shape:
        for row in outputs:
            row[2] = row[2] * shape["giant"] if row[0] == "F0" else row[2]
    write(folder, "outputs", ["firm", "resource", "quantity"], outputs)
    write(folder, "needs", ["firm", "resource", "quantity"], needs)
    if shape["plants"]:
        plants(folder, shape, numbers, place)


def plants(folder, shape, numbers, place):
    """Plants of each step of a chain, each making the next resource of the last one."""
    rows, flows = [], []
    for step in range(shape["chain"]):
        for plant in range(shape["plants"]):
            name = f"P{step}-{plant}"
            y, x = place[numbers.randrange(len(place))]
            rows.append([name, name, f"{y:.5f}", f"{x:.5f}", 4000, round(numbers.uniform(1, 5), 3)])
            flows.append([name, f"R{step}", "input", 1])
            flows.append([name, f"R{step + 1}", "output", round(numbers.uniform(0.8, 0.95), 3)])
    write(folder, "processes", ["id", "name", "latitude", "longitude", "capacity", "cost"], rows)
    write(folder, "process_flows", ["process", "resource", "role", "per_activity"], flows)


# Name: what is hard, what the twin has instead.
CASES = {
    "one-place": (dict(spread=0.0), {}),
    "equal-costs": (dict(spread=0.0, price=(50.0, 50.0), quantity=(100.0, 100.0)), {}),
    "one-giant": (dict(giant=1e6), {}),
    "one-material": (dict(resources=1), dict(firms=400)),
    "identical": (dict(resources=1, spread=0.0, price=(50.0, 50.0), quantity=(100.0, 100.0), firms=1000), dict(resources=1, firms=1000)),
    "zeros": (dict(zeros=0.4), {}),
    "wide-costs": (dict(price=(1e-6, 1e9)), {}),
    "wide-quantities": (dict(quantity=(1e-3, 1e6)), {}),
    "chain-of-ten": (dict(chain=10, resources=1, plants=12), dict(firms=100, resources=3)),
    "nothing-pays": (dict(per_km=1e6), {}),
}


def size(changes, scale):
    return {**changes, "firms": max(10, int(changes.get("firms", PLAIN["firms"]) * scale))}


def solve(program, folder, limit):
    status, text, processor, _, memory = bench.run([program, "solve", folder, "--json", "--quiet"], limit)
    if status != "done":
        return dict(status=status if status == "late" else text.strip()[-120:], seconds=processor, memory=memory, optimum=None, candidates=None)
    found = json.loads(text)
    holds = found["status"] == "optimal" and found["certificate"]["holds"]
    return dict(status="" if holds else found["status"], seconds=processor, memory=memory, optimum=found["objective"]["value"],
                candidates=found["provenance"]["candidates"])


def reference(folder, limit):
    """The optimum by HiGHS; None where it takes too long."""
    status, text, _, _, _ = bench.run([sys.executable, os.path.join(HERE, "peer.py"), "highspy", folder], limit)
    return json.loads(text.strip().splitlines()[-1])["optimum"] if status == "done" else None


def judged(program, folder, limit, rounds):
    runs = [solve(program, folder, limit) for _ in range(rounds)]
    # A run that went wrong is the one to be told of.
    found, optimum = min(runs, key=lambda run: (not run["status"], run["seconds"])), reference(folder, limit)
    if found["optimum"] is not None and optimum is not None and abs(found["optimum"] - optimum) > 1e-7 * max(1.0, abs(optimum)):
        found["status"] = f"{found['optimum']!r}, HiGHS {optimum!r}"
    found["compared"] = optimum is not None
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--cases", type=lambda text: text.split(","), default=list(CASES))
    parser.add_argument("--scale", type=float, default=1.0, help="times the number of firms")
    parser.add_argument("--limit", type=float, default=300, help="seconds that one solve may take")
    parser.add_argument("--rounds", type=int, default=3, help="times that each is run; the least counts")
    parser.add_argument("--keep", help="a folder that the scenarios stay in")
    given = parser.parse_args()
    faults = 0
    print("| case | candidates | processor s | twin s | times | memory MB | finding |\n|---|--:|--:|--:|--:|--:|---|")
    with tempfile.TemporaryDirectory() as place:
        for name in given.cases:
            changes, twin = CASES[name]
            results = []
            for kind, shape in ((name, changes), (name + "-twin", twin)):
                folder = os.path.join(given.keep or place, kind)
                scenario(folder, **size(shape, given.scale))
                results.append(judged(given.program, folder, given.limit, given.rounds))
            case, plain = results
            # What starts a program is no part of the comparison.
            times = (case["seconds"] + 0.01) / (plain["seconds"] + 0.01)
            findings = [text for text in (case["status"], plain["status"] and "twin: " + plain["status"],
                                          "more than 3 times its twin" if times > 3 else "") if text]
            faults += bool(findings)
            findings += [] if case["compared"] else ["HiGHS took too long"]
            candidates = "–" if case["candidates"] is None else f"{case['candidates']:,}"
            print(f"| {name} | {candidates} | {case['seconds']:.2f} | {plain['seconds']:.2f} | {times:.1f} | {case['memory']:.0f} | "
                  f"{'; '.join(findings) or 'right'} |", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
