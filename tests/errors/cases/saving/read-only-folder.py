# rule: saving_places.read_only_folder
# source: constructed
# says: read-only
# says: learn\.path = Path\('\.'\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), path=Path('/proc/sys'))
# %% fails
learn.save('stage-1')
# %% mended
learn.path = Path('.')
learn.save('stage-1')
