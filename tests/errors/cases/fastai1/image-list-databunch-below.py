# rule: fastai1.name_of_fastai1
# source: https://github.com/zergtant/pytorch-handbook/issues/131
# says: RandomSplitter\(0\.25, seed=1\)
# says: Resize\(32\)
# says: dls = dblock\.dataloaders\(path, bs=4\)
# %% before
from fastai.vision.all import *
import PIL.Image
path = Path('shoes')
for kind in ['boot', 'clog']:
    (path/kind).mkdir(parents=True)
    for i in range(8): PIL.Image.new('RGB', (40, 40), (i * 20, 9, 9)).save(path/kind/f'{i}.png')
# %% fails
lists = ImageList.from_folder(path).split_by_rand_pct(0.25, seed=1).label_from_folder()
lists = lists.transform(get_transforms(), size=32)
dls = lists.databunch(bs=4)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(0.25, seed=1),
    get_y=parent_label,
    item_tfms=Resize(32),
    batch_tfms=aug_transforms())
dls = dblock.dataloaders(path, bs=4)
