# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the Frictionless validator read the starter scenario that `symbio new` writes, for spreadsheets of either language: its descriptor, types,
keys and references."""
import subprocess
import sys
import tempfile

from frictionless import validate


def main(symbio: str) -> int:
    return max(check(symbio, language) for language in ("en", "vi"))


def check(symbio: str, language: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/starter"
        subprocess.run([symbio, "new", path, "--lang", language], check=True, stdout=subprocess.DEVNULL)
        report = validate(path + "/datapackage.json")
        for task in report.tasks:
            for error in task.errors:
                print(f"{task.place}: {error.message}")
        invalid = [task.name for task in report.tasks if not task.valid]
        # A descriptor without tables would be valid too.
        sound = report.valid and len(report.tasks) >= 5
        print(f"descriptor of the starter ({language}): {len(report.tasks)} tables, invalid: {', '.join(invalid) or 'none'}")
        for error in report.errors:
            print(error.message)
        return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
