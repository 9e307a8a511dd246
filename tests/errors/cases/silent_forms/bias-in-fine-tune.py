# notice: plain_tensors.bias_not_a_parameter
# source: constructed
# %% before
from fastai.vision.all import *
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(3, 2, bias=False)
        self.bias = torch.zeros(2)
    def forward(self, x): return self.lin(x) + self.bias
items = [(torch.randn(3), torch.randn(2)) for i in range(16)]
dls = DataLoaders.from_dsets(items, items, bs=4, num_workers=0, device='cpu')
learn = Learner(dls, Net(), loss_func=nn.MSELoss())
# %% cell
learn.fine_tune(1)
