# rule: data_transforms.different_sizes
# source: constructed
# says: item_tfms=Resize\(28\)
# says: batch_tfms=\[\*aug_transforms\(size=24\), Normalize
# %% before
from fastai.vision.all import *
for name in 'oak elm'.split():
    folder = Path('trees')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40 + i), (i * 40, 60, 90)).save(folder/f'{i}.jpg')
# %% fails
trees = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  batch_tfms=[Resize(28), *aug_transforms(size=24), Normalize.from_stats(*imagenet_stats)])
dls = trees.dataloaders('trees', bs=4, num_workers=0)
dls.show_batch()
# %% mended
trees = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  item_tfms=Resize(28), batch_tfms=[*aug_transforms(size=24), Normalize.from_stats(*imagenet_stats)])
dls = trees.dataloaders('trees', bs=4, num_workers=0)
dls.show_batch()
