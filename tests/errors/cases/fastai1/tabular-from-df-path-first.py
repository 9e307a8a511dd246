# rule: fastai1_habits.path_before_table
# source: constructed
# says: from_df\(df, path, y_names='y'
# %% before
from fastai.tabular.all import *
path = Path('.'); df = pd.DataFrame({'a': [1., 2.] * 10, 'y': ['u', 'v'] * 10})
# %% fails
dls = TabularDataLoaders.from_df(path, df, y_names='y', cont_names=['a'], procs=[Categorify])
# %% mended
dls = TabularDataLoaders.from_df(df, path, y_names='y', cont_names=['a'], cat_names=[], procs=[Categorify], bs=4)
