"""What lies about on a computer neither runs nor changes a printed page."""

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import frhearing

PACKAGE = Path(frhearing.__file__).resolve().parent
PRINTED = """
import sys
from printing import printed
assert "reportlab" not in sys.modules
import hashlib
print(hashlib.sha256(printed(["A text."])).hexdigest())
from reportlab import rl_config
assert rl_config.invariant and rl_config.trustedHosts == rl_config.trustedSchemes == []
"""
PLANTED = "import pathlib; pathlib.Path({mark!r}).touch(); pageCompression = useA85 = documentLang = 'planted'"


def digest(**environment):
    path = os.pathsep.join([str(Path(__file__).parent), str(PACKAGE.parent), environment.pop("PYTHONPATH", "")])
    run = subprocess.run(
        [sys.executable, "-c", PRINTED],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_no_planted_module_runs_and_no_variable_of_the_environment_counts(tmp_path):
    mark = tmp_path / "ran"
    home = tmp_path / "home"
    home.mkdir()
    for file in ("reportlab_mods.py", "reportlab_settings.py", "home/.reportlab_mods", "home/.reportlab_settings"):
        (tmp_path / file).write_text(PLANTED.format(mark=str(mark)))
    there = digest(
        PYTHONPATH=str(tmp_path),
        HOME=str(home),
        RL_invariant="nonsense",
        RL_trustedHosts="*",
        SOURCE_DATE_EPOCH="yesterday",
    )
    assert there == digest()
    assert len(there) == len(hashlib.sha256().hexdigest())
    assert not mark.exists()


def test_reportlab_is_reached_through_one_module_alone():
    users = [
        file.name
        for file in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(alias.name.startswith("reportlab") for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"))
    ]
    assert set(users) == {"library.py"}


def test_the_desk_and_the_command_line_load_no_reportlab_until_a_page_is_drawn():
    code = "import sys, frhearing.cli.commands, frhearing.desk.summaries; print('reportlab' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "False\n"
