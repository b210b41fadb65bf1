"""Write web/src/api/openapi.json: what the server says of its own API, for the clients' types.

Run it after a change of the API, then `npm run schema` and `npm run check` in web/, which fails
where a client relies on what is gone.

    python scripts/make_openapi.py
"""

import json
import tempfile
from pathlib import Path

from server.app import create_app
from server.config import Settings
from server.web.openapi import specification

TARGET = Path(__file__).parent.parent / "web" / "src" / "api" / "openapi.json"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_environment({"BEKLIJF_DATA_DIR": folder}, embedded=True)
        with create_app(settings).app_context():
            text = json.dumps(specification(), ensure_ascii=False, indent=1, sort_keys=True)
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
