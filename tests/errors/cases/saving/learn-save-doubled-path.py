# rule: saving_places.no_such_folder
# source: constructed
# says: twice
# says: learn\.save\('stage-1'\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
path = Path('data'); path.mkdir()
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), path=path)
# %% fails
learn.save(path/'models'/'stage-1')
# %% mended
learn.save('stage-1')
