# rule: inference.column_missing
# source: constructed
# says: `?price`?\s+is\s+the\s+target
# says: cont_cat_split\(cars, max_card=10, dep_var='price'\)
# says: Never\s+add|do\s+not\s+add|has\s+not\s+got\s+it
# %% before
from fastai.tabular.all import *
cars = pd.DataFrame({'make': ['vw', 'bmw', 'kia', 'fiat'] * 20, 'km': range(80), 'price': [100. + o for o in range(80)]})
new_cars = cars.drop(columns='price').head(10)
# %% fails
conts, cats = cont_cat_split(cars, max_card=10)
dls = TabularDataLoaders.from_df(cars, procs=[Categorify, Normalize], cat_names=cats, cont_names=conts, y_names='price', bs=16)
learn = tabular_learner(dls, layers=[8])
dl = learn.dls.test_dl(new_cars)
# %% mended
conts, cats = cont_cat_split(cars, max_card=10, dep_var='price')
dls = TabularDataLoaders.from_df(cars, procs=[Categorify, Normalize], cat_names=cats, cont_names=conts, y_names='price', bs=16)
learn = tabular_learner(dls, layers=[8])
dl = learn.dls.test_dl(new_cars)
