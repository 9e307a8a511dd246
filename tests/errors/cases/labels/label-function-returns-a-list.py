# rule: labels.list_for_one_label
# source: constructed
# says: list
# says: MultiCategoryBlock
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
# %% fails
dls = ImageDataLoaders.from_path_func('data', get_image_files('data'), lambda x: [x.parent.name], item_tfms=Resize(32), bs=4)
# %% mended
planet = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files,
                   get_y=lambda x: [x.parent.name], item_tfms=Resize(32))
dls = planet.dataloaders('data', bs=4)
