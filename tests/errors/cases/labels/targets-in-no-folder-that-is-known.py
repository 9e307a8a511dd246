# rule: label_paths_of_rows.getter_names_another_folder
# source: constructed
# says: no folder original in bears
# says: black and grizzly
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
block = DataBlock(blocks=(ImageBlock, ImageBlock), get_items=get_image_files, get_y=lambda x: path/'original'/x.name, item_tfms=Resize(32))
dls = block.dataloaders(path/'grizzly', bs=2)
# %% mended
Path('bears').ls()
