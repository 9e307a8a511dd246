# rule: not items_as_pairs.pairs_without_getters
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
pairs = [('lost.jpg', 'black'), ('gone.jpg', 'grizzly')]
block = DataBlock(blocks=(ImageBlock, CategoryBlock), getters=[ItemGetter(0), ItemGetter(1)], item_tfms=Resize(32))
dls = block.dataloaders(pairs, bs=1)
