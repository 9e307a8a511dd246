# rule: paths_as_lists.path_gone_through
# source: constructed
# says: for f in path\.ls\(\) if f\.is_dir
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
kinds = [f.name for f in path if f.is_dir()]
# %% mended
kinds = [f.name for f in path.ls() if f.is_dir()]
