### Imports that a worker does

import-file-gone = The file is no longer on the server. Choose it again.
import-not-looked-at = There is nothing to write here yet. Have the file read first, with dry_run=1.
import-too-long-ago = The file was kept for a day and is gone. Choose it again.
