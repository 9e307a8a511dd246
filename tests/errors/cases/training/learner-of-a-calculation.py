# rule: functions_as_models.learner_of_a_function
# source: fastbook, chapter 4
# says: the\s+function\s+simple_net
# says: self\.w1 = nn\.Parameter\(w1\)
# says: learn = Learner\(dls, Model\(\), loss_func=F\.mse_loss\)
# %% before
from fastai.vision.all import *
x = torch.rand(64, 4); y = x.sum(1, keepdim=True)
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16)
w1, b1 = torch.randn(4, 8).requires_grad_(), torch.zeros(8).requires_grad_()
last = nn.Linear(8, 1)
def simple_net(xb):
    res = (xb@w1 + b1).max(tensor(0.0))
    return last(res)
# %% fails
learn = Learner(dls, simple_net, loss_func=F.mse_loss)
learn.fit(1, 0.01)
# %% mended
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.w1 = nn.Parameter(w1)
        self.b1 = nn.Parameter(b1)
        self.last = last
    def forward(self, xb):
        res = (xb @ self.w1 + self.b1).max(tensor(0.0))
        return self.last(res)
learn = Learner(dls, Model(), loss_func=F.mse_loss)
learn.fit(1, 0.01)
