#!/usr/bin/env bash
# Try the two commands of the README on the only honest fresh machine: a bare Debian that has nothing but Python.
# A development machine already has the libraries that Qt takes from the system.
#   tests/fresh_debian.sh [SUITE] [FOLDER]     needs root, debootstrap and the network; takes some minutes
# The machine is made in FOLDER and kept there for a look; without FOLDER it is temporary.
set -euo pipefail
suite=${1:-bookworm}
repository=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -ge 2 ]; then machine=$2; else machine=$(mktemp -d); trap 'rm -rf "$machine"' EXIT; fi

[ -e "$machine/usr/bin/python3" ] || debootstrap --variant=minbase --include=python3,ca-certificates "$suite" "$machine"
rm -rf "$machine/opt/frhearing"
git clone -q "$repository" "$machine/opt/frhearing"
# How this machine reaches its package sources: name server, certificates, pip's own settings.
cp -L /etc/resolv.conf /etc/hosts "$machine/etc/"
cp -L /etc/ssl/certs/ca-certificates.crt "$machine/etc/ssl/certs/"

# Mounts and processes of the machine end with the last command, whatever happens.
inside() {
  unshare --mount --pid --fork bash -c 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "${@}"' \
    "$machine" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
    PIP_DEFAULT_TIMEOUT=180 "$@"
}

started=$SECONDS
inside python3 /opt/frhearing/do.py run --demo | tee "$machine/tmp/demo.txt"
echo "== run --demo on a fresh machine: $((SECONDS - started)) s"
pdf=$(tail -n 1 "$machine/tmp/demo.txt")
head -c 5 "$machine$pdf" | grep -q '^%PDF-' || { echo "the last line is not the path of a PDF: $pdf"; exit 1; }
started=$SECONDS
inside python3 /opt/frhearing/do.py run hearing list >/dev/null
echo "== the second start: $((SECONDS - started)) s"
started=$SECONDS
inside python3 /opt/frhearing/do.py test -q
echo "== test on a fresh machine: $((SECONDS - started)) s"
