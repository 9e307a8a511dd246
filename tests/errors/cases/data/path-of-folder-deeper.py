# rule: paths.no_such_file
# source: https://github.com/fastai/fastbook/issues/585
# says: folder plants stands deeper
# says: 'data/plants/labels'
# %% before
from pathlib import Path
folder = Path('data')/'plants'/'labels'; folder.mkdir(parents=True)
(folder/'a.txt').write_text('rose')
# %% fails
labels = {one.stem: one.read_text() for one in sorted(list(Path('plants/labels').iterdir()))}
# %% mended
labels = {one.stem: one.read_text() for one in sorted(list(Path('data/plants/labels').iterdir()))}
