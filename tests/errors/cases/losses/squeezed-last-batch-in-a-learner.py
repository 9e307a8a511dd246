# rule: squeezed_batches.in_a_loss
# source: constructed
# says: 13\s+items\s+in\s+batches\s+of\s+4
# says: Net\.forward
# %% before
from fastai.vision.all import *
x=torch.randn(13,5); y=(x[:,0]>0).float()
ds=list(zip(x,y))
dls=DataLoaders.from_dsets(ds,ds,bs=4,drop_last=False,shuffle=False,num_workers=0)
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.l=nn.Linear(5,1)
    def forward(self,x): return self.l(x).squeeze()
learn=Learner(dls,Net(),loss_func=nn.BCEWithLogitsLoss())
# %% fails
learn.fit(1)
