# notice: none
# source: constructed
# %% before
from fastai.tabular.all import *
rng = np.random.default_rng(1)
shops = pd.DataFrame({'floor': rng.integers(1, 5, 90), 'city': rng.choice(['Bonn', 'Kiel', 'Ulm'], 90), 'area': rng.uniform(20, 90, 90)})
shops['busy'] = np.where(shops.floor > 2, 'yes', 'no')
dls = TabularDataLoaders.from_df(shops, procs=[Categorify, Normalize], cat_names=['floor', 'city'], cont_names=['area'], y_names='busy', y_block=CategoryBlock(), bs=15)
learn = tabular_learner(dls, layers=[8])
new_shops = shops.drop(columns='busy').head(20).copy()
new_shops.loc[new_shops.index[:3], 'city'] = 'Trier'
new_shops['floor'] = new_shops['floor'].astype(float)
new_shops.loc[new_shops.index[5], 'floor'] = np.nan
as_categories = shops.drop(columns='busy').copy()
as_categories['city'] = as_categories['city'].astype('category')
# %% cell
dl = learn.dls.test_dl(new_shops)
other = learn.dls.test_dl(as_categories)
preds = learn.get_preds(dl=dl)[0]
