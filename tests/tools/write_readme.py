#!/usr/bin/env python3
"""Writes the output of the transcripts of README.md and docs/shell.md anew, as tests/tools/readme_test.cc
compares it.

usage: write_readme.py PROGRAM        run from the project's folder; read the diff before you commit
"""

import os
import pathlib
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", NO_COLOR="1",
                   COLUMNS="120", NUTGRAF_FORMAT="table")

for page in (pathlib.Path("README.md"), pathlib.Path("docs/shell.md")):
    lines, inside = [], False
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(pathlib.Path("data").resolve(), f"{folder}/data")
        for line in page.read_text().splitlines():
            if line.startswith("```"):
                inside = line == "```console"
                lines.append(line)
            elif not inside:
                lines.append(line)
            elif line.startswith("$ "):
                lines.append(line)
                done = subprocess.run(["sh", "-c", "{ " + line[2:] + "; } 2>&1"], cwd=folder,
                                      env=environment, stdout=subprocess.PIPE, text=True, check=False)
                lines.extend(row.rstrip() for row in done.stdout.rstrip("\n").split("\n") if done.stdout)
    page.write_text("\n".join(lines) + "\n")
