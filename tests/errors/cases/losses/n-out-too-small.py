# rule: losses.class_out_of_range
# source: constructed
# says: 3\)  # the model's last layer
# %% before
from fastai.vision.all import *
for name in 'abc':
    Path(name).mkdir()
    for i in range(8): Image.new('RGB', (32, 32), (i * 20, 60, 90)).save(f'{name}/{i}.jpg')
dls = ImageDataLoaders.from_folder('.', valid_pct=0.3, seed=3, item_tfms=Resize(32), bs=8, num_workers=0)
# %% fails
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(3 * 32 * 32, 2)), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(3 * 32 * 32, 3)), loss_func=CrossEntropyLossFlat())
learn.fit(1)
