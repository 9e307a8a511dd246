# rule: rates_of_nan.no_loss_left
# source: constructed
# says: column size has
# says: FillMissing
# %% before
from fastai.tabular.all import *
houses = pd.DataFrame({'town': ['Ulm', 'Bonn'] * 40, 'size': [50.0 + i for i in range(80)], 'price': [float(i) for i in range(80)]})
houses.loc[::5, 'size'] = np.nan
dls = TabularDataLoaders.from_df(houses, procs=[Categorify, Normalize], cat_names=['town'], cont_names=['size'], y_names='price', bs=16)
learn = tabular_learner(dls, layers=[8])
# %% fails
learn.lr_find()
