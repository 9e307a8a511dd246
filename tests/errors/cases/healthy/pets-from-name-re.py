# notice: none
# source: fastbook, chapter 5
# %% before
from fastai.vision.all import *
path = Path('images'); path.mkdir()
for i in range(12): Image.new('RGB', (60, 60), (i*20, 60, 90)).save(path/f'{"great_pyrenees" if i % 2 else "Birman"}_{i}.jpg')
# %% cell
pets = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=42),
    get_y=using_attr(RegexLabeller(r'(.+)_\d+.jpg$'), 'name'), item_tfms=Resize(46), batch_tfms=aug_transforms(size=32, min_scale=0.75))
dls = pets.dataloaders(path, bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
x, y = dls.one_batch()
preds, _ = learn.get_preds(dl=[(x, y)])
len(preds[0]), preds[0].sum()
