# rule: data.result_for_a_function
# source: https://github.com/fastai/fastai/issues/3736
# says: get_items=get_image_files(?!\()
# says: without parentheses
# %% before
from fastai.vision.all import *
for name in 'slide blank'.split():
    folder = Path('images')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
root = Path('images')
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files(root),
                   splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders(root, bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
                   splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
dls = dblock.dataloaders(root, bs=4)
