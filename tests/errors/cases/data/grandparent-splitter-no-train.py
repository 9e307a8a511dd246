# rule: items_found.none_for_training
# source: constructed after forums.fast.ai threads on GrandparentSplitter
# says: GrandparentSplitter
# says: RandomSplitter
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                 splitter=GrandparentSplitter(), get_y=parent_label, item_tfms=Resize(32))
dls = pets.dataloaders(Path('data'), bs=4)
# %% mended
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                 splitter=RandomSplitter(valid_pct=0.2, seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = pets.dataloaders(Path('data'), bs=4)
