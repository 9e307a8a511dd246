# rule: fastai1_members.misspelled_member
# source: constructed
# says: dls = to\.dataloaders\(bs=8\)
# %% before
from fastai.tabular.all import *
goats = pd.DataFrame({'breed': ['a', 'b'] * 30, 'age': [float(o % 9) for o in range(60)], 'milk': [float(o) for o in range(60)]})
to = TabularPandas(goats, procs=[Categorify], cat_names=['breed'], cont_names=['age'], y_names='milk')
# %% fails
dls = to.dataloader(bs=8)
# %% mended
dls = to.dataloaders(bs=8)
