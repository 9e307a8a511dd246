# rule: not label_measured.number_for_a_class
# source: constructed
# %% before
from fastai.vision.all import *
Path('p').mkdir()
for i in range(10): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(f'p/{i}.jpg')
df = pd.DataFrame({'fname': [f'p/{i}.jpg' for i in range(10)], 'depth': [0.31*i + 0.07 for i in range(10)]})
# %% fails
df['kind'] = ['a.1', 'b.2'] * 4 + ['c.3', 'c.3']
dls = ImageDataLoaders.from_df(df, path='.', fn_col='fname', label_col='kind', bs=2, num_workers=0, valid_pct=0.2, splitter=None)
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('fname'), get_y=ColReader('kind'), splitter=IndexSplitter([8, 9]), item_tfms=Resize(32))
block.dataloaders(df, bs=2, num_workers=0).valid.one_batch()
