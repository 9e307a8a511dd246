# rule: paths_as_lists.path_gone_through
# source: https://github.com/ohmeow/blurr/issues/6
# says: for f in path\.ls\(\): print\(f\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
for f in path: print(f)
# %% mended
for f in path.ls(): print(f)
