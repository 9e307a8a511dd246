# notice: none
# source: fastbook, chapter 1
# %% before
from fastai.vision.all import *
path = Path('images'); path.mkdir()
for i in range(12): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/f'{"Cat" if i % 2 else "dog"}_{i}.jpg')
# %% cell
def is_cat(x): return x[0].isupper()

dls = ImageDataLoaders.from_name_func(path, get_image_files(path), valid_pct=0.2, seed=42, label_func=is_cat, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
learn.fine_tune(1)
