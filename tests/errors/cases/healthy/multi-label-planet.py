# notice: none
# source: fastbook, chapter 6
# %% before
from fastai.vision.all import *
import itertools
path = Path('planet'); path.mkdir()
tags = ['clear', 'water', 'road', 'cloudy', 'primary']
every = [' '.join(c) for k in (1, 2, 3) for c in itertools.combinations(tags, k)] * 2
df = pd.DataFrame({'name': [f'{i}.jpg' for i in range(len(every))], 'tags': every, 'is_valid': [False, True] * (len(every)//2)})
for n in df.name: Image.new('RGB', (32, 32)).save(path/n)
# %% cell
def get_x(r): return path/r['name']
def get_y(r): return r['tags'].split(' ')
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=get_x, get_y=get_y, item_tfms=RandomResizedCrop(32, min_scale=0.35))
dls = dblock.dataloaders(df, bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=partial(accuracy_multi, thresh=0.2))
xb, yb = to_cpu(dls.train.one_batch())
activs = learn.model(xb)
activs.shape
loss_func = BCEWithLogitsLossFlat()
loss = loss_func(activs, yb)
loss
