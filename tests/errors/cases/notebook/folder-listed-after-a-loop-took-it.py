# rule: folders_taken.by_what_is_in_it
# source: constructed
# says: loop .?for i, path in enumerate\(path\.ls\(\)\)
# says: for i, file in enumerate\(path\.ls\(\)\)
# says: path = Path\('mnist'\)
# %% before
from fastai.vision.all import *
path = Path('mnist'); path.mkdir()
(path/'a.txt').write_text('7'); (path/'b.txt').write_text('3')
for i, path in enumerate(path.ls()):
    text = path.read_text()
# %% fails
files = path.ls()
# %% mended
path = Path('mnist')
files = path.ls()
