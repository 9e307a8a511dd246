# rule: exports.weights_given_to_load_learner
# source: constructed
# says: model = Learner\(dls, nn\.Linear\(4, 2\), loss_func=nn\.CrossEntropyLoss\(\)\)
# says: model\.load\('best'\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, num_workers=0, bs=4)
model = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
model.save('best')
# %% fails
learn = load_learner('models/best.pth')
# %% mended
model = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
model.load('best')
