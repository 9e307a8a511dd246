# rule: learners_of_torch_loaders.loaders_of_torch
# source: constructed
# says: torch\.save\(learn\.model\.state_dict\(\), 'model\.pth'\)
# %% before
from fastai.vision.all import *
from torch.utils.data import TensorDataset
ds = TensorDataset(torch.randn(16, 4), torch.randint(0, 2, (16,)))
dls = DataLoaders(torch.utils.data.DataLoader(ds, batch_size=4), torch.utils.data.DataLoader(ds, batch_size=4))
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
learn.export('m.pkl')
# %% mended
torch.save(learn.model.state_dict(), 'model.pth')
