# rule: layers.channels
# source: constructed
# says: dimension\s+of\s+channels\s+is\s+missing
# %% before
from fastai.basics import *
x=torch.randn(32,140); y=torch.randint(0,2,(32,))
ds=list(zip(x,y)); dls=DataLoaders.from_dsets(ds,ds,bs=8,num_workers=0)
learn=Learner(dls,nn.Sequential(nn.Conv1d(1,8,7),nn.ReLU(),nn.AdaptiveAvgPool1d(1),nn.Flatten(),nn.Linear(8,2)),loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit(1)
# %% mended
learn.model = nn.Sequential(nn.Unflatten(1, (1, -1)), learn.model)
learn.fit(1)
