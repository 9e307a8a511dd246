# notice: none
# source: Is it a bird, lesson 1
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['bird', 'forest']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
    get_y=parent_label,
    item_tfms=[Resize(32, method='squish')]
).dataloaders(path, bs=4)
dls.show_batch(max_n=6)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
learn.fine_tune(1)
is_bird, _, probs = learn.predict(PILImage.create(get_image_files(path)[0]))
print(f"This is a: {is_bird}.")
print(f"Probability it's a bird: {probs[0]:.4f}")
