#!/usr/bin/env python3
"""Set up, run and test frhearing with nothing but Python.

    python3 do.py run [ARGUMENTS]     open the window, or carry out one command of frhearing
    python3 do.py run --demo          the same on the example hearing, whose summary is printed first
    python3 do.py test [ARGUMENTS]    run all tests, without a screen; ARGUMENTS go to pytest
    python3 do.py check               style and types: ruff and mypy
    python3 do.py screens FOLDER      render every screen into FOLDER
    python3 do.py lock                choose the newest versions that fit and write both lock files

The first call sets everything up in .venv (or in the folder that FRHEARING_VENV names); later calls start at
once and need no network. This file keeps to the standard library and to the syntax of old Pythons, so that a
Python that is too old gets a sentence and not a traceback.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.abspath(os.environ.get("FRHEARING_VENV") or os.path.join(HERE, ".venv"))
RUN_LOCK = os.path.join(HERE, "requirements.lock")
TEST_LOCK = os.path.join(HERE, "requirements-test.lock")
PROJECT = os.path.join(HERE, "pyproject.toml")
OLDEST = (3, 11)

# What Qt takes from the system and no wheel carries: the library, and the Debian package that has it.
QT_LIBRARIES = [
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
]
# What a window on an X display takes besides.
WINDOW_LIBRARIES = [
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
]
# And on a Wayland display.
WAYLAND_LIBRARIES = [
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
]


def say(sentence):
    """Tell the person at the keyboard; standard output stays free for what the program prints."""
    sys.stderr.write("frhearing: " + sentence + "\n")
    sys.stderr.flush()


def stop(sentence):
    """Say why it does not go on, and end."""
    say(sentence)
    sys.exit(1)


def missing_libraries():
    """The system libraries that cannot be loaded, each with its Debian package."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = list(QT_LIBRARIES)
    if os.environ.get("DISPLAY"):
        wanted += WINDOW_LIBRARIES
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted += WAYLAND_LIBRARIES
    missing = []
    for library, package in wanted:
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append((library, package))
    return missing


def missing_venv():
    """What Debian splits off from Python and a virtual environment needs, with its package."""
    try:
        __import__("ensurepip")
        return []
    except ImportError:
        return [("ensurepip", "python%d.%d-venv" % sys.version_info[:2])]


def is_usable():
    """Whether the environment is whole, and runs on the Python that runs this file."""
    code = "import sys, pip; print(sys.version)"
    try:
        found = subprocess.check_output([interpreter(), "-c", code], stderr=subprocess.STDOUT)
        return found.decode().strip() == sys.version.strip()
    except (OSError, subprocess.CalledProcessError):
        return False


def prepare_system(missing):
    """Install what is missing in the system where that is allowed, else say the exact line to type."""
    if not missing:
        return
    packages = [package for _, package in missing]
    command = ["apt-get", "install", "-y", "--no-install-recommends"] + packages
    if not shutil.which("apt-get"):
        names = ", ".join(name for name, _ in missing)
        stop("this system lacks %s. Install them (on Debian: %s) and try again." % (names, " ".join(packages)))
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        stop("some parts of the system are missing. Type this, then try again:\n    sudo " + " ".join(command))
    say("installing from the system's own packages: " + " ".join(packages))
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.call(["apt-get", "update", "-qq"], env=quiet, stdout=sys.stderr)
    if subprocess.call(command, env=quiet, stdout=subprocess.DEVNULL) != 0:
        stop("the system's packages could not be installed; the lines above say why. Nothing else was changed.")


def interpreter():
    """The Python inside the virtual environment."""
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def clean_environment():
    """The environment for pip: nothing of another Python's packages leaks in."""
    return dict((name, value) for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME"))


def fingerprint(lock):
    """A digest that changes when the set-up must be done again: other Python, place, lock or project file."""
    digest = hashlib.sha256(("%s\n%s\n" % (sys.version, HERE)).encode("utf-8"))
    for path in (lock, PROJECT):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def stamp(lock):
    """The file inside the environment that remembers what was set up from this lock."""
    return os.path.join(VENV, os.path.basename(lock) + ".stamp")


def is_set_up(lock):
    """Whether the environment holds exactly what this lock asks for."""
    try:
        with open(stamp(lock)) as file:
            return file.read() == fingerprint(lock) and os.path.exists(interpreter())
    except OSError:
        return False


def run_or_stop(command, what):
    """Run one step of the set-up; a failure ends with a sentence below the step's own words."""
    if subprocess.call(command, env=clean_environment(), cwd=HERE, stdout=sys.stderr) != 0:
        stop(what + " The lines above say why. Nothing of yours was touched; try again when that is mended.")


def set_up(lock):
    """Make the environment hold what the lock names, with its digests checked, and this project itself."""
    # The test lock holds everything that the other one does, so either serves to run.
    if is_set_up(lock) or (lock == RUN_LOCK and is_set_up(TEST_LOCK)):
        # Asked each time, some milliseconds: a machine set up without a screen may have got one.
        prepare_system(missing_libraries())
        return
    usable = is_usable()
    prepare_system(missing_libraries() + ([] if usable else missing_venv()))
    if os.path.exists(VENV) and not usable:
        if not os.path.exists(os.path.join(VENV, "pyvenv.cfg")):
            stop("%s is in the way: it is not a virtual environment. Move it, then try again." % VENV)
        shutil.rmtree(VENV)
    say("setting up in %s (the first time this fetches up to 300 MB)" % VENV)
    if not usable:
        run_or_stop([sys.executable, "-m", "venv", VENV], "The virtual environment could not be made.")
    install = [interpreter(), "-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-input"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        install.append("--root-user-action=ignore")
    for old in (RUN_LOCK, TEST_LOCK):
        if os.path.exists(stamp(old)):
            os.remove(stamp(old))
    run_or_stop(
        install + ["--require-hashes", "--only-binary", ":all:", "-r", lock],
        "The packages could not be installed.",
    )
    run_or_stop(install + ["--no-deps", "--no-build-isolation", "-e", HERE], "frhearing could not be installed.")
    # pip compiles what it unpacks, not what is used where it stands. Where it cannot be written to, the first
    # start takes longer, and that is all: whether this succeeds is not asked.
    subprocess.call([interpreter(), "-m", "compileall", "-qq", os.path.join(HERE, "frhearing")], stdout=sys.stderr)
    with open(stamp(lock), "w") as file:
        file.write(fingerprint(lock))


def call(arguments, environment=None):
    """Run the environment's Python and give its exit code."""
    try:
        return subprocess.call([interpreter()] + arguments, env=environment)
    except KeyboardInterrupt:
        return 130


def check():
    """Style, then types; all are run, so that one call shows everything."""
    os.chdir(HERE)
    steps = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    return max([call(["-m"] + step) for step in steps])


def write_locks():
    """Resolve both locks for every system and supported Python at once, without an address inside."""
    with open(PROJECT) as file:
        backend = file.read().split('requires = ["', 1)[1].split('"', 1)[0]
    folder = tempfile.mkdtemp()
    try:
        subprocess.check_call([sys.executable, "-m", "venv", folder])
        python = os.path.join(folder, os.path.relpath(interpreter(), VENV))
        subprocess.check_call([python, "-m", "pip", "install", "-q", "uv"], env=clean_environment())
        base = [python, "-m", "uv", "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-header"]
        base += ["--no-annotate", "--upgrade", "--python-version", "%d.%d" % OLDEST, PROJECT, "-"]
        for more in (["-o", RUN_LOCK], ["--extra", "test", "-c", RUN_LOCK, "-o", TEST_LOCK]):
            uv = subprocess.Popen(base + more, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=HERE)
            uv.communicate(backend.encode("utf-8"))
            if uv.returncode != 0:
                return uv.returncode
    finally:
        shutil.rmtree(folder)
    return 0


def main(arguments):
    """Carry out one command; gives the exit code."""
    if sys.version_info < OLDEST:
        wanted, found = "%d.%d" % OLDEST, "%d.%d" % sys.version_info[:2]
        stop("Python %s or newer is needed; this is %s. Nothing was changed." % (wanted, found))
    what, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if what == "run":
        set_up(RUN_LOCK)
        return call(["-P", "-m", "frhearing"] + rest)
    if what == "lock":
        return write_locks()
    if what not in ("test", "check", "screens"):
        sys.stderr.write(__doc__)
        return 0 if what in ("-h", "--help", "help") else 2
    set_up(TEST_LOCK)
    if what == "check":
        return check()
    offscreen = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    if what == "screens":
        return call([os.path.join(HERE, "tests", "screens.py")] + rest, offscreen)
    os.chdir(HERE)
    # A worker for each core, unless the caller says how many.
    workers = [] if any(word.startswith(("-n", "--numprocesses", "--pdb")) for word in rest) else ["-n", "auto"]
    return call(["-m", "pytest"] + workers + rest, offscreen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
