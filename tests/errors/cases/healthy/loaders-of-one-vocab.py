# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for part, kinds in [('train', ['apple', 'banana', 'cherry']), ('check', ['banana', 'cherry'])]:
    for kind in kinds:
        where = Path('fruit')/part/kind
        where.mkdir(parents=True)
        for i in range(10): Image.new('RGB', (24, 24), (i*20, 60, 90)).save(where/f'{i}.png')
# %% cell
blocks = (ImageBlock, CategoryBlock(vocab=['apple', 'banana', 'cherry']))
block = DataBlock(blocks, get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(0.4, seed=1))
train_dls, check_dls = block.dataloaders('fruit/train', bs=8), block.dataloaders('fruit/check', bs=8)
fruit_dls = DataLoaders(train_dls.train, check_dls.valid)
