# notice: kl_divergences.of_probabilities
# source: constructed
# says: In forward of Distill
# says: F\.log_softmax\(out, 1\)
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
class Distill(nn.Module):
    def forward(self, out, targ):
        return F.kl_div(F.softmax(out, 1), F.one_hot(targ.long(), 2).float(), reduction='batchmean')
# %% cell
learn = Learner(dls, nn.Linear(4, 2), loss_func=Distill())
learn.fit(1)
