#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program and its peers on the same scenarios and writes what each took.

usage: bench.py PROGRAM [--sizes S,M,L] [--seeds 1,2,3] [--peers pulp,highspy,...] [--limit SECONDS] [--rounds 1] [--out FOLDER]
                [--kind default|plain]

Each peer builds the whole model from the scenario's folder and solves it, in a process of its own; Clp and glpsol are given the model that the
program writes, as MPS with 17 digits. Processor time is user and system time of the process and its children, memory their largest resident set.
With more than one round all of them run in turn so often, and of each the run with the least processor time counts: what else a machine does can
only add to it. Optima are compared in the same run. Written are bench.csv (every run), bench.md (medians and ratios) and bench.svg (cost over candidates)."""
import argparse
import csv
import datetime
import json
import math
import os
import platform
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = {"S": "100 firms", "M": "1,000 firms", "L": "10,000 firms", "XL": "50,000 firms"}
NAMES = {"symbio": "Symbio", "clp-dual": "Clp, dual simplex", "clp-primal": "Clp, primal simplex", "pulp": "PuLP + CBC", "highspy": "highspy",
         "linopy": "linopy + HiGHS", "pyomo": "Pyomo + HiGHS", "glpsol": "glpsol"}
COLUMNS = ["size", "seed", "peer", "status", "processor_seconds", "wall_seconds", "memory_megabytes", "optimum", "candidates"]


def run(command, limit):
    """What a command prints and takes: status, output, processor seconds, wall seconds, megabytes."""
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                                 env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
        late = False
        while True:
            done, code, used = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if time.perf_counter() - began > limit and not late:
                late = True
                os.killpg(child.pid, signal.SIGKILL)
            time.sleep(0.002)
        child.returncode = os.waitstatus_to_exitcode(code)
        wall = time.perf_counter() - began
        output.seek(0)
        text = output.read().decode(errors="replace")
    status = "late" if late else "done" if child.returncode == 0 else "failed"
    return status, text, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def number(pattern, text):
    found = re.search(pattern, text)
    return float(found.group(1)) if found else None


def answer(peer, text):
    """The optimum that a peer printed, and its candidates where it tells them."""
    if peer == "symbio":
        found = json.loads(text)
        if found["status"] != "optimal" or not found["certificate"]["holds"]:
            raise ValueError(found["status"])
        return found["objective"]["value"], found["provenance"]["candidates"]
    if peer.startswith("clp"):
        return number(r"Optimal objective\s+(\S+)", text), None
    if peer == "glpsol":
        return number(r"(?s)Objective:\s+\S+ = (\S+)", text), None
    found = json.loads(text.strip().splitlines()[-1])
    return found["optimum"], found["candidates"]


def command(peer, program, folder, model, report):
    if peer == "symbio":
        return [program, "solve", folder, "--json", "--quiet"]
    if peer.startswith("clp"):
        return ["clp", model, "-dualsimplex" if peer == "clp-dual" else "-primalsimplex", "-solution", report]
    if peer == "glpsol":
        return ["glpsol", "--freemps", model, "-o", report]
    return [sys.executable, os.path.join(HERE, "peer.py"), peer, folder]


def exact(peer, text, report, model, found):
    """Clp prints its optimum to six digits only: it is taken from the columns that it wrote; glpsol's from its report."""
    if peer == "glpsol":
        with open(report, encoding="utf-8") as lines:
            return number(r"Objective:\s+\S+ = (\S+)", lines.read(4000))
    if not peer.startswith("clp"):
        return found
    costs, offset = {}, 0.0
    with open(model, encoding="utf-8") as lines:
        section = ""
        for line in lines:
            if not line.startswith(" "):
                section = line.split()[0] if line.split() else section
                continue
            parts = line.split()
            if section == "COLUMNS":
                for row, value in zip(parts[1::2], parts[2::2]):
                    if row == "cost":
                        costs[parts[0]] = float(value)
            elif section == "RHS":
                # The right-hand side of the objective is its constant with the sign turned.
                for row, value in zip(parts[1::2], parts[2::2]):
                    if row == "cost":
                        offset = -float(value)
    total = offset
    with open(report, encoding="utf-8") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) >= 3 and parts[1] in costs:
                total += costs[parts[1]] * float(parts[2])
    return total


def one(peer, program, folder, model, place, limit):
    report = os.path.join(place, "report.txt")
    status, text, processor, wall, memory = run(command(peer, program, folder, model, report), limit)
    optimum = candidates = None
    if status == "done":
        try:
            optimum, candidates = answer(peer, text)
            optimum = exact(peer, text, report, model, optimum)
        except (ValueError, KeyError, IndexError, OSError):
            status = "failed"
    if status == "failed":
        print(f"{peer}: {text.strip()[-400:]}", file=sys.stderr)
    return dict(peer=peer, status=status, processor_seconds=round(processor, 4), wall_seconds=round(wall, 4),
                memory_megabytes=round(memory, 1), optimum=optimum, candidates=candidates)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = number_or_text(r"model name\s*:\s*(.+)", lines.read())
    with open("/proc/meminfo", encoding="utf-8") as lines:
        memory = int(re.search(r"MemTotal:\s+(\d+)", lines.read()).group(1)) / 1024 / 1024
    return f"{model}, {os.cpu_count()} processors, {memory:.0f} GB, {platform.system()} {platform.release()}"


def number_or_text(pattern, text):
    found = re.search(pattern, text)
    return found.group(1).strip() if found else "unknown"


def versions(program):
    listed = [subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()]
    listed = [f"symbio {listed[0]}", f"Python {platform.python_version()}"]
    for name in ("pulp", "linopy", "highspy", "pyomo", "numpy"):
        try:
            listed.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            pass
    for name, flag in (("clp", "-stop"), ("glpsol", "--version")):
        try:
            text = subprocess.run([name, flag], capture_output=True, text=True).stdout
            listed.append(name + " " + number_or_text(r"(\d+\.\d+(?:\.\d+)*)", text))
        except OSError:
            pass
    return ", ".join(listed)


def measure(given, place):
    rows, wrong = [], []
    for size in given.sizes:
        for seed in given.seeds:
            folder, model = os.path.join(place, f"{size}-{seed}"), os.path.join(place, "model.mps")
            kind = [] if given.kind == "default" else ["--" + given.kind]
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), folder, "--size", size, "--seed", str(seed)] + kind, check=True)
            if any(peer.startswith("clp") or peer == "glpsol" for peer in given.peers):
                subprocess.run([given.program, "solve", folder, "--mps", model, "--json", "--quiet"], check=True, stdout=subprocess.DEVNULL)
            runs = {peer: [] for peer in given.peers}
            for _ in range(given.rounds):
                for peer in given.peers:
                    row = dict(size=size, seed=seed, **one(peer, given.program, folder, model, place, given.limit))
                    print(" ".join(f"{row[name]}" for name in COLUMNS), file=sys.stderr, flush=True)
                    runs[peer].append(row)
            # A round that failed or was late shows, whatever the others took.
            found = [min(rounds, key=lambda row: (row["status"] == "done", row["processor_seconds"])) for rounds in runs.values()]
            known = next((row["candidates"] for row in found if row["candidates"]), None)
            for row in found:
                row["candidates"] = row["candidates"] or known
                if row["candidates"] != known:
                    wrong.append(f"{size} {seed}: {row['peer']} has {row['candidates']} candidates, not {known}")
            wrong += disagreements(found, size, seed)
            rows += found
    return rows, wrong


def disagreements(found, size, seed):
    """Optima that differ from the program's by more than 1e-7 of it."""
    ours = next((row["optimum"] for row in found if row["peer"] == "symbio"), None)
    if ours is None:
        return [f"{size} {seed}: no optimum of the program"] if any(row["peer"] == "symbio" for row in found) else []
    return [f"{size} {seed}: {row['peer']} {row['optimum']!r}, symbio {ours!r}" for row in found
            if row["optimum"] is not None and abs(row["optimum"] - ours) > 1e-7 * max(1.0, abs(ours))]


def middle(rows, name):
    values = [row[name] for row in rows if row["status"] == "done"]
    return statistics.median(values) if values else None


def shown(value, digits=3):
    if value is None:
        return "–"
    return f"{value:.{max(0, digits - 1 - math.floor(math.log10(value)))}f}" if 0 < value < 100 else f"{value:,.0f}"


def table(rows, given):
    lines = []
    for size in given.sizes:
        here = [row for row in rows if row["size"] == size]
        ours = middle([row for row in here if row["peer"] == "symbio"], "processor_seconds")
        lines += [f"### {size}: {SIZES[size]}, {int(here[0]['candidates'] or 0):,} candidates at the first seed", "",
                  "| | processor s | wall s | memory MB | times Symbio's processor time | solved |", "|---|--:|--:|--:|--:|--:|"]
        for peer in given.peers:
            mine = [row for row in here if row["peer"] == peer]
            processor = middle(mine, "processor_seconds")
            ratio = processor / ours if processor and ours else None
            done = sum(row["status"] == "done" for row in mine)
            late = f" (others over {given.limit:g} s)" if any(row["status"] == "late" for row in mine) else ""
            lines.append(f"| {NAMES.get(peer, peer)} | {shown(processor)} | {shown(middle(mine, 'wall_seconds'))} | "
                         f"{shown(middle(mine, 'memory_megabytes'))} | {shown(ratio)} | {done} of {len(mine)}{late} |")
        lines.append("")
    return lines


def document(rows, wrong, given):
    lines = ["# Benchmark", "", f"Measured on {datetime.date.today().isoformat()}: {machine()}.", "", f"{versions(given.program)}.", "",
             f"Seeds {', '.join(map(str, given.seeds))} of `generate.py`, kind {given.kind}; medians over the seeds that were solved"
             + (f", each the least of {given.rounds} rounds." if given.rounds > 1 else "."), ""]
    lines += table(rows, given)
    if wrong:
        lines += ["## What differs", ""] + [f"- {text}" for text in wrong]
    else:
        lines.append("All optima agree to 1e-7 of their size, and so does the number of candidates.")
    return "\n".join(lines) + "\n"


def plot(rows, given, path):
    import matplotlib

    matplotlib.use("svg")
    import matplotlib.pyplot as pyplot

    matplotlib.rcParams["svg.hashsalt"] = "bench"
    figure, axes = pyplot.subplots(figsize=(7.2, 4.6))
    for peer in given.peers:
        points = sorted((row["candidates"], row["processor_seconds"]) for row in rows
                        if row["peer"] == peer and row["status"] == "done" and row["candidates"])
        if points:
            axes.plot(*zip(*points), marker="o", markersize=3.5, linewidth=2.4 if peer == "symbio" else 1.0, label=NAMES.get(peer, peer))
    axes.set(xscale="log", yscale="log", xlabel="candidate exchanges", ylabel="processor seconds, whole process")
    axes.grid(True, which="major", linewidth=0.3)
    axes.legend(fontsize=8, frameon=False)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--sizes", type=lambda text: text.split(","), default=["S", "M"])
    parser.add_argument("--seeds", type=lambda text: [int(seed) for seed in text.split(",")], default=[1, 2, 3])
    parser.add_argument("--peers", type=lambda text: text.split(","), default=list(NAMES))
    parser.add_argument("--rounds", type=int, default=1, help="times that each is run; the least counts")
    parser.add_argument("--limit", type=float, default=600, help="seconds that a peer may take for one scenario")
    parser.add_argument("--kind", choices=("default", "plain"), default="default")
    parser.add_argument("--out", default="results/bench")
    given = parser.parse_args()
    given.peers = ["symbio"] + [peer for peer in given.peers if peer != "symbio"]
    unknown = [name for name in given.peers if name not in NAMES] + [size for size in given.sizes if size not in SIZES]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    os.makedirs(given.out, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        rows, wrong = measure(given, place)
    with open(os.path.join(given.out, "bench.csv"), "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    with open(os.path.join(given.out, "bench.md"), "w", encoding="utf-8") as file:
        file.write(document(rows, wrong, given))
    plot(rows, given, os.path.join(given.out, "bench.svg"))
    for text in wrong:
        print(text)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
