# rule: notebook_alike.usual_under_another_name
# source: constructed
# says: your DataLoaders is called data
# says: Learner\(data, nn\.Linear
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(3), i % 2) for i in range(8)]
data = DataLoaders.from_dsets(pairs, pairs, bs=4, num_workers=0)
# %% fails
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
# %% mended
learn = Learner(data, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
