# rule: module_members.member_misspelt
# source: constructed
# says: self\.fc2 = nn\.Linear\(8,
# %% before
from fastai.vision.all import *
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 8)
    def forward(self, x):
        return self.fc2(F.relu(self.fc1(x)))
ds = [(torch.rand(4), torch.tensor(i % 2)) for i in range(8)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit(1)
