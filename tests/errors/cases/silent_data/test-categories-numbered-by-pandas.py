# notice: unknown_categories.written_otherwise
# source: constructed
# says: kind\s+category
# says: 'Kiel'\s+is\s+number\s+1\s+there,\s+and\s+2\s+in\s+the\s+training
# %% before
from fastai.tabular.all import *
rng = np.random.default_rng(1)
shops = pd.DataFrame({'floor': rng.integers(1, 5, 90), 'city': rng.choice(['Bonn', 'Kiel', 'Ulm'], 90), 'area': rng.uniform(20, 90, 90)})
shops['busy'] = np.where(shops.floor > 2, 'yes', 'no')
dls = TabularDataLoaders.from_df(shops, procs=[Categorify, Normalize], cat_names=['floor', 'city'], cont_names=['area'], y_names='busy', y_block=CategoryBlock(), bs=15)
learn = tabular_learner(dls, layers=[8])
new_shops = shops[shops.city != 'Bonn'].drop(columns='busy').copy()
new_shops['city'] = new_shops['city'].astype('category')
# %% cell
dl = learn.dls.test_dl(new_shops)
# %% mended
new_shops['city'] = new_shops['city'].astype(object)
dl = learn.dls.test_dl(new_shops)
