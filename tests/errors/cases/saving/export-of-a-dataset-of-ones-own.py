# rule: saving_places.export_of_plain_data
# source: constructed
# says: learn\.save\('squares'\)
# says: Squares
# %% before
from fastai.basics import *


class Squares(torch.utils.data.Dataset):
    def __len__(self):
        return 12

    def __getitem__(self, i):
        return tensor([float(i)]), tensor([float(i * i)])


dls = DataLoaders(DataLoader(Squares(), bs=4), DataLoader(Squares(), bs=4))
learn = Learner(dls, nn.Linear(1, 1), loss_func=MSELossFlat())
# %% fails
learn.export("models/squares.pkl")
# %% mended
learn.save('squares')
