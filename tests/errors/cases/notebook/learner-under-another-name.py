# rule: notebook_alike.usual_under_another_name
# source: constructed
# says: no variable learn; your Learner is called my_learner
# says: my_learner\.validate\(\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(3), i % 2) for i in range(8)]
my_learner = Learner(DataLoaders.from_dsets(pairs, pairs, bs=4, num_workers=0), nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.validate()
# %% mended
my_learner.validate();
