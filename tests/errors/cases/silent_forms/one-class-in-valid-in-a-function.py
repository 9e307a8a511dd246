# notice: splits.one_class_in_valid
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(60, 4); y = torch.cat([torch.zeros(40), torch.ones(20)]).long()
def get_data(x, y):
    items = list(zip(x, y))
    return DataLoaders.from_dsets(items[:45], items[45:], bs=8, num_workers=0)
# %% cell
dls = get_data(x, y)
