# rule: label_measured.number_for_a_class
# source: constructed
# says: blocks=\(ImageBlock, RegressionBlock\)
# %% before
from fastai.vision.all import *
Path('p').mkdir()
for i in range(10): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(f'p/{i}.jpg')
df = pd.DataFrame({'fname': [f'p/{i}.jpg' for i in range(10)], 'depth': [0.31*i + 0.07 for i in range(10)]})
# %% fails
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('fname'), get_y=ColReader('depth'), splitter=RandomSplitter(seed=1), item_tfms=Resize(32))
dls = block.dataloaders(df, bs=2, num_workers=0)
dls.valid.one_batch()
# %% mended
block = DataBlock(get_x=ColReader('fname'), get_y=ColReader('depth'), splitter=RandomSplitter(seed=1), item_tfms=Resize(32), blocks=(ImageBlock, RegressionBlock))
dls = block.dataloaders(df, bs=2, num_workers=0)
dls.valid.one_batch()
