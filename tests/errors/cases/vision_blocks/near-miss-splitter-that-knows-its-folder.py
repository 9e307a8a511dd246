# rule: not folders_of_splits.no_folder_of_that_name
# source: constructed
# %% before
from fastai.vision.all import *
for part in ('train', 'val'):
    for kind in ('cat', 'dog'):
        (Path('pets')/part/kind).mkdir(parents=True)
        for i in range(8): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'pets/{part}/{kind}/{i}.jpg')
path = Path('pets')
# %% fails
dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=IndexSplitter([]), get_y=parent_label, item_tfms=Resize(32)).dataloaders(path, bs=4)
dls.valid.one_batch()
