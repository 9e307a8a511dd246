# rule: tabular_asked.item_by_number
# source: constructed
# says: dls\.train_ds\.items\.iloc\[3\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['age'],
                                 y_names='rich', bs=8)
# %% fails
item = dls.train_ds[3]
# %% mended
item = dls.train_ds.items.iloc[3]
