# rule: libraries_accessors.column_called_like_a_word
# source: https://github.com/fastai/fastai/issues/3164
# says: get_y=lambda r: r\['cat'\]
# %% before
from fastai.vision.all import *
Path('shop').mkdir()
for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(f'shop/{i}.jpg')
items = pd.DataFrame({'file': [f'{i}.jpg' for i in range(10)], 'cat': ['shoe', 'hat'] * 5})
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=lambda r: 'shop/' + r.file, get_y=lambda r: r.cat,
                   splitter=RandomSplitter(seed=1), item_tfms=Resize(32))
dls = dblock.dataloaders(items, bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=lambda r: 'shop/' + r.file, get_y=lambda r: r['cat'],
                   splitter=RandomSplitter(seed=1), item_tfms=Resize(32))
dls = dblock.dataloaders(items, bs=4)
