# rule: losses.class_out_of_range
# source: constructed
# says: shapes has 3 classes
# says: Leave n_out out
# says: n_out=shapes\.c
# %% before
from fastai.vision.all import *
for k in ('disc', 'ring', 'star'):
    (Path('s')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 30, 60, 90)).save(f's/{k}/{i}.jpg')
shapes = ImageDataLoaders.from_folder('s', valid_pct=0.2, seed=3, bs=12, num_workers=0)
# %% fails
learn = vision_learner(shapes, resnet18, n_out=2, pretrained=False)
learn.fit(1)
# %% mended
learn = vision_learner(shapes, resnet18, pretrained=False)
