# rule: inference.column_missing
# source: constructed
# says: km
# says: new_cars\['km'\]
# %% before
from fastai.tabular.all import *
cars = pd.DataFrame({'make': ['vw', 'bmw', 'kia', 'fiat'] * 20, 'km': range(80), 'price': [100. + o for o in range(80)]})
new_cars = cars[['make']].head(10)
dls = TabularDataLoaders.from_df(cars, procs=[Categorify, Normalize], cat_names=['make'], cont_names=['km'], y_names='price', bs=16)
learn = tabular_learner(dls, layers=[8])
# %% fails
dl = learn.dls.test_dl(new_cars)
# %% mended
new_cars['km'] = 50
dl = learn.dls.test_dl(new_cars)
