# rule: learners_given.loaders_not_made
# source: constructed
# says: dls = pets\.dataloaders\('pets'\)
# %% before
from fastai.vision.all import *
for kind in ('cat', 'dog'):
    (Path('pets')/kind).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(f'pets/{kind}/{i}.jpg')
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42), get_y=parent_label, item_tfms=Resize(32))
# %% fails
learn = vision_learner(pets, resnet18, pretrained=False, metrics=error_rate)
# %% mended
dls = pets.dataloaders('pets')
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
