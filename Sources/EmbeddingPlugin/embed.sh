#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: embed.sh OUTPUT (NAME FILE)...
# Writes a Swift file with the text of each FILE as a string constant: NAME with a low line for every other sign that a name in Swift
# cannot have. Pictures that a style names are left out: the page has none.
set -eu
output=$1
shift
missing=
for file in "$@"; do
    case $file in /*) [ -r "$file" ] || missing="$missing $file" ;; esac
done
if [ -n "$missing" ]; then
    echo "error: the report's page needs$missing; on Debian: apt-get install node-d3 libjs-leaflet" >&2
    exit 1
fi
{
    echo "/// Made at build time."
    echo "enum EmbeddedFiles {"
    all=
    while [ $# -gt 1 ]; do
        constant=$(printf %s "$1" | tr -c 'A-Za-z0-9' _)
        all="$all
        (\"$1\", $constant),"
        echo "    static let $constant: StaticString = ####\"\"\""
        sed -e 's,//# sourceMappingURL=.*$,,' -e 's/url(images[^)]*)/none/g' "$2"
        printf '\n"""####\n'
        shift 2
    done
    echo "    /// Every file by its name."
    echo "    static let all: [(name: String, text: StaticString)] = [$all"
    echo "    ]"
    echo "}"
} > "$output"
