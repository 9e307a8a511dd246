# rule: folders_taken.by_what_is_in_it
# source: constructed
# says: loop .?for path in os\.listdir\(path\)
# says: path = Path\('mnist'\)\s+text = \(path ?/ ?'a\.txt'\)\.read_text\(\)
# %% before
import os
from pathlib import Path
path = Path('mnist'); path.mkdir()
(path/'a.txt').write_text('7'); (path/'b.txt').write_text('3')
for path in os.listdir(path):
    size = len(path)
# %% fails
text = (path/'a.txt').read_text()
# %% mended
path = Path('mnist')
text = (path/'a.txt').read_text()
