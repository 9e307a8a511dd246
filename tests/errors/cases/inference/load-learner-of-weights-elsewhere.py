# rule: exports.weights_given_to_load_learner
# source: constructed
# says: learn\.load\('/.*/kept/best'\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, num_workers=0, bs=4)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
Path('kept').mkdir()
torch.save(learn.model.state_dict(), 'kept/best.pth')
# %% fails
new = load_learner('kept/best.pth')
# %% mended
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.load(str(Path('kept/best').absolute()))
