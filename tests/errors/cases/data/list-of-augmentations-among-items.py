# rule: data_transforms.transforms_given_wrongly
# source: constructed
# says: flips is a list of transforms
# says: item_tfms=Resize\(24\), batch_tfms=flips
# %% before
from fastai.vision.all import *
for c in 'xy':
    (Path('sky')/c).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (30, 30), (i * 30, 9, 9)).save(f'sky/{c}/{i}.png')
flips = aug_transforms(max_rotate=5)
# %% fails
sky = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                item_tfms=[Resize(24), flips])
dls = sky.dataloaders('sky', bs=2, num_workers=0)
# %% mended
sky = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                item_tfms=Resize(24), batch_tfms=flips)
dls = sky.dataloaders('sky', bs=2, num_workers=0)
