#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does what the manual says, page by page, and compares what is printed with what the manual shows.

usage: manual.py PROGRAM [--pages NAME ...] [--show]
A fenced block whose first line begins with `$ ` holds commands and what they print. A line that is `…` alone stands for lines left out, a
`…` inside a line for letters left out; all other lines must be printed as they stand, in their order. `$ echo $?` shows the exit code,
which is 0 where it is not shown. A block below a line that ends in `NAME`: (a file name in code font) is written to that file first. Every
page has a folder of its own, with Scenarios beside it. Then: every option that `--help` of a command lists stands in the section of that
command, in both languages, every decision in the list of decisions, and what the README shows of `make demo` is what is printed."""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CATALOG = os.path.join(ROOT, "Docs", "Symbio.docc")
FILE_NAMED = re.compile(r"`([\w./-]+\.(?:yaml|csv|py))`:$")
ELISION = "…"


def blocks(text):
    """Each fenced block with the last line of text above it, and the number of its first line."""
    above, lines, inside = "", None, False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            if inside:
                yield above, lines, first
            inside, lines, first = not inside, [], number + 1
        elif inside:
            lines.append(line)
        elif line.strip():
            above = line.strip()


def commands(lines):
    """The commands of a block, each with the lines shown below it and the exit code that is shown, 0 where none is."""
    steps = []
    for line in lines:
        if line.strip() == "$ echo $?":
            steps[-1]["status"] = None
        elif line.startswith("$ "):
            steps.append({"command": line[2:], "shown": [], "status": 0})
        elif steps[-1]["status"] is None:
            steps[-1]["status"] = int(line)
        else:
            steps[-1]["shown"].append(line.rstrip())
    return steps


def matches(shown, printed):
    """Whether a line is as shown; letters may be left out of it."""
    if ELISION not in shown or shown.lstrip().startswith(ELISION + " "):
        return shown == printed
    pattern = re.escape(shown).replace(re.escape(ELISION), ".*")
    return re.fullmatch(pattern, printed) is not None


def missing(shown, printed):
    """The first line that is not printed where it is shown; None where all are. What is shown begins with the first line printed."""
    position, may_skip = 0, False
    for line in shown:
        if line.strip() == ELISION:
            may_skip = True
            continue
        while position < len(printed) and may_skip and not matches(line, printed[position]):
            position += 1
        if position == len(printed) or not matches(line, printed[position]):
            return line
        position, may_skip = position + 1, False
    return None if may_skip or not any(printed[position:]) or not shown else "(the end: more is printed than is shown)"


class Page:
    """A page of the manual, and what is wrong with it."""

    def __init__(self, name, program, show):
        self.name, self.show, self.ran, self.faults = name, show, 0, []
        with open(os.path.join(CATALOG, name), encoding="utf-8") as file:
            self.text = file.read()
        self.program = program

    def run(self):
        with tempfile.TemporaryDirectory() as folder:
            tools, work = os.path.join(folder, "bin"), os.path.join(folder, "work")
            os.mkdir(tools)
            os.mkdir(work)
            os.symlink(self.program, os.path.join(tools, "symbio"))
            # A copy: a command of the manual may write beside a scenario.
            shutil.copytree(os.path.join(ROOT, "Scenarios"), os.path.join(work, "Scenarios"))
            # What the manual calls python3 is the interpreter that has the solver of its examples.
            with open(os.path.join(tools, "python3"), "w", encoding="utf-8") as file:
                file.write(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
            os.chmod(file.name, 0o755)
            environment = {
                "PATH": tools + os.pathsep + os.environ.get("PATH", ""), "HOME": os.environ.get("HOME", folder),
                "LANG": "C.UTF-8", "COLUMNS": "100",
            }
            for above, lines, first in blocks(self.text):
                named = FILE_NAMED.search(above)
                if lines and lines[0].startswith("$ "):
                    for step in commands(lines):
                        self.check(step, first, work, environment)
                elif named:
                    path = os.path.join(work, named.group(1))
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    with open(path, "w", encoding="utf-8") as file:
                        file.write("\n".join(lines) + "\n")

    def check(self, step, line, work, environment):
        said = subprocess.run(
            ["bash", "-c", step["command"]], cwd=work, env=environment, text=True, timeout=120, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        printed = [row.rstrip() for row in said.stdout.rstrip("\n").split("\n")]
        self.ran += 1
        if self.show:
            print("\n".join(["$ " + step["command"], *printed, f"[{said.returncode}]", ""]))
        if said.returncode != step["status"]:
            self.faults.append(f"{self.name}:{line}: `{step['command']}` ends with {said.returncode}, not {step['status']}")
        lost = missing(step["shown"], printed)
        if lost is not None:
            self.faults.append(f"{self.name}:{line}: `{step['command']}` does not print, there:\n    {lost}")


def undocumented(program, page, language):
    """The commands without a section and the options that their section does not name."""
    with open(os.path.join(CATALOG, page), encoding="utf-8") as file:
        text = file.read()
    sections = {part.split("\n", 1)[0].strip(): part for part in re.split(r"^## ", text, flags=re.MULTILINE)}
    common = sections.get("Options of every command") or sections.get("Tùy chọn của mọi lệnh") or ""
    top = subprocess.run([program, "--help", "--lang", language], capture_output=True, text=True, check=True).stdout
    names = re.findall(r"^  ([a-z]+)  ", re.split(r"^(?:SUBCOMMANDS|CÁC LỆNH):", top, flags=re.MULTILINE)[1], flags=re.MULTILINE)
    assert len(names) >= 11, f"too few commands are listed: {names}"
    for name in names:
        section = sections.get(f"symbio {name}")
        if section is None:
            yield f"{page}: there is no section `symbio {name}`"
            continue
        told = subprocess.run([program, name, "--help", "--lang", language], capture_output=True, text=True, check=True).stdout
        listed = re.split(r"^(?:OPTIONS|TÙY CHỌN):", told, flags=re.MULTILINE)[1]
        for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", listed, flags=re.MULTILINE):
            if not any(re.search(re.escape(option) + r"(?![a-z-])", part) for part in (section, common)):
                yield f"{page}: `symbio {name}` does not tell of {option}"


def stale_readme(program):
    """What the README shows of `make demo` and the scenario no longer prints."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        shown = next(lines for above, lines, _ in blocks(file.read()) if above.startswith("`make demo` prints"))
    solved = [program, "solve", os.path.join(ROOT, "Scenarios", "chu-lai"), "--lang", "en"]
    environment = dict(os.environ, COLUMNS="100")
    printed = subprocess.run(solved, capture_output=True, text=True, check=True, env=environment).stdout.split("\n")
    assert len(shown) > 10, "the README shows too little"
    def plain(line):
        # How much of a rounding is left differs between processors.
        return re.sub(r"[0-9.]+e-[0-9]+", "rounding", line.rstrip())

    # Shortened: any lines may be left out, none may be another one.
    rows = iter([plain(row) for row in printed])
    for line in shown:
        if not any(row == plain(line) for row in rows):
            yield f"README.md: `make demo` does not print, there:\n    {line}"
            return


def unlisted_decisions():
    """The decisions that the list of decisions has no line for."""
    with open(os.path.join(CATALOG, "Decisions.md"), encoding="utf-8") as file:
        text = file.read()
    for name in sorted(os.listdir(os.path.join(ROOT, "Docs", "Decisions"))):
        if f"<doc:{name.removesuffix('.md')}>" not in text:
            yield f"Decisions.md: there is no line for {name}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--pages", nargs="*")
    parser.add_argument("--show", action="store_true", help="print what each command prints")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    faults, ran, seen = [], 0, 0
    for name in arguments.pages or sorted(name for name in os.listdir(CATALOG) if name.endswith(".md")):
        page = Page(name, program, arguments.show)
        page.run()
        faults += page.faults
        ran, seen = ran + page.ran, seen + 1
    if not arguments.pages:
        for page, language in (("Commands.md", "en"), ("Cac-lenh.md", "vi")):
            faults += undocumented(program, page, language)
        faults += unlisted_decisions()
        faults += stale_readme(program)
        # A manual without commands would be right too.
        if ran < 40:
            faults.append(f"only {ran} commands were found")
    for fault in faults:
        print(fault)
    print(f"manual: {ran} commands on {seen} pages, {len(faults)} wrong")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
