#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: embed.sh OUTPUT (NAME FILE)...
# Writes a Swift file with the text of each FILE as the string constant NAME. Pictures that a style names are left out: the page has none.
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
    echo "enum PageFiles {"
    while [ $# -gt 1 ]; do
        echo "    static let $1: StaticString = ####\"\"\""
        sed -e 's,//# sourceMappingURL=.*$,,' -e 's/url(images[^)]*)/none/g' "$2"
        printf '\n"""####\n'
        shift 2
    done
    echo "}"
} > "$output"
