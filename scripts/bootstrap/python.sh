# Read by the scripts beside this folder: enters the checkout and finds a Python that is new enough.
cd "$(dirname "$0")/.."
# Without a LANG, Python would read and write ASCII.
export PYTHONUTF8=1
python=
for candidate in python3 python3.13 python3.12 python3.11 python3.14 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Beklijf needs Python 3.11 or newer, and none is on PATH." >&2
    echo "On Debian or Ubuntu: apt-get install python3. On macOS: brew install python." >&2
    exit 1
fi
