"""Every checker of a PDF that is at hand, as one question: what do they find?"""

import shutil
import subprocess
from pathlib import Path

import page

_COMMANDS = (("qpdf", "--check"), ("pdftotext",), ("pdftoppm", "-r", "20", "-png"))


def faults(path: Path) -> list[str]:
    """What page-validation (PDF/UA-1 and PDF/A-3a), qpdf and poppler find in a file; nothing for a clean one.

    Poppler is silent about a clean file: whatever it says on its error stream is a fault.
    """
    found = []
    for profile in ("ua1", "3a"):
        result = page.validate_pdf(str(path), profile=profile, limits=page.SafetyLimits.unlimited())
        found += [f"{profile} {failure.rule_id}: {failure.message}" for failure in result.failures]
    for command, *options in _COMMANDS:
        if shutil.which(command):
            out = ["-"] if command == "pdftotext" else [str(path.with_suffix(""))] if command == "pdftoppm" else []
            run = subprocess.run([command, *options, str(path), *out], capture_output=True, check=False)
            if run.returncode or run.stderr:
                found.append(f"{command}: {run.stderr.decode(errors='replace') or run.stdout.decode(errors='replace')}")
    return found
