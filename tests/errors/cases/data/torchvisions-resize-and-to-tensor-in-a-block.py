# rule: data_torchvision_tfms.torchvision_in_fastai
# source: constructed
# says: the label too
# says: item_tfms=Resize\(32\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
from torchvision import transforms
bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=parent_label,
                  item_tfms=[transforms.Resize((32, 32)), transforms.ToTensor()])
dls = bears.dataloaders(path, bs=4)
# %% mended
bears = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=parent_label, item_tfms=Resize(32))
dls = bears.dataloaders(path, bs=4)
