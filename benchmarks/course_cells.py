"""The cells of the course's first lessons, as learners of today's fastai type them, and small data for them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from PIL import Image

N_PICTURES, SIZE, N_ROWS = 48, 48, 600

LESSONS = r"""
from fastai.vision.all import *
---
path = Path('pets')
path.ls()[:3]
---
files = get_image_files(path)
len(files)
---
files[:5]
---
def is_cat(x): return x[0].isupper()
---
pat = r'/([^/]+)_\d+.jpg$'
---
set_seed(42)
dls = ImageDataLoaders.from_name_func(path, files, is_cat, item_tfms=Resize(64), bs=16, num_workers=0)
---
dls.show_batch(max_n=4)
---
dls.vocab, dls.c
---
learn = vision_learner(dls, resnet18, metrics=error_rate, pretrained=False)
---
learn.lr_find()
---
learn.fine_tune(1)
---
learn.show_results(max_n=4)
---
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_top_losses(4)
---
interp.plot_confusion_matrix()
---
interp.most_confused(min_val=1)
---
learn.save('stage-1')
---
learn.unfreeze()
learn.fit_one_cycle(1, lr_max=slice(1e-6, 1e-4))
---
learn.export('m.pkl')
---
learn = load_learner(path/'m.pkl')
learn.predict(files[0])
---
img = PILImage.create(files[0])
img.shape, img.size
---
img.to_thumb(128)
---
t = tensor(img)
t.shape
---
x = torch.ones(100, 2)
x[:, 0].uniform_(-1., 1)
x[:5]
---
a = tensor(3., 2)
y = x@a + torch.rand(100)
---
plt.scatter(x[:, 0], y);
---
def mse(y_hat, y): return ((y_hat - y)**2).mean()
---
a = tensor(-1., 1)
y_hat = x@a
mse(y_hat, y)
---
a = nn.Parameter(a); a
---
def update():
    y_hat = x@a
    loss = mse(y, y_hat)
    if t % 10 == 0: print(loss)
    loss.backward()
    with torch.no_grad():
        a.sub_(lr * a.grad)
        a.grad.zero_()
---
lr = 1e-1
for t in range(100): update()
---
plt.scatter(x[:, 0], y)
plt.scatter(x[:, 0], (x@a).detach());
---
bears = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
    get_y=using_attr(RegexLabeller(r'(.+)_\d+.jpg$'), 'name'),
    item_tfms=Resize(64))
---
dls = bears.dataloaders(path, bs=16, num_workers=0)
---
dls.valid.show_batch(max_n=4, nrows=1)
---
bears = bears.new(item_tfms=RandomResizedCrop(64, min_scale=0.5), batch_tfms=aug_transforms())
dls = bears.dataloaders(path, bs=16, num_workers=0)
---
xb, yb = dls.one_batch()
xb.shape, yb.shape, xb.device
---
from fastai.tabular.all import *
df = pd.read_csv('adult.csv')
df.head()
---
splits = RandomSplitter(valid_pct=0.2, seed=1)(range_of(df))
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=['education'],
                   cont_names=['age', 'hours'], y_names='salary', splits=splits)
---
tdls = to.dataloaders(bs=64)
tdls.show_batch()
---
tl = tabular_learner(tdls, metrics=accuracy)
tl.fit_one_cycle(1)
---
df.groupby('education')['age'].mean().sort_values()
---
3 + 4
---
print('done')
"""
CELLS = LESSONS.strip().split("\n---\n")


def make_data(folder: Path) -> None:
    """Pictures of cats (capital letters) and dogs as the course's pets are named, and a table like its adults."""
    draw = np.random.default_rng(0)
    (folder / "pets").mkdir()
    for i in range(N_PICTURES):
        breed = ("Birman", "beagle", "Bombay", "pug")[i % 4]
        pixels = draw.integers(0, 255, (SIZE, SIZE, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / "pets" / f"{breed}_{i}.jpg")
    pd.DataFrame(
        {
            "age": draw.integers(18, 80, N_ROWS),
            "hours": draw.integers(10, 60, N_ROWS),
            "education": draw.choice(["school", "college", "university"], N_ROWS),
            "salary": draw.choice(["<50k", ">=50k"], N_ROWS),
        }
    ).to_csv(folder / "adult.csv", index=False)
