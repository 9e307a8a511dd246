# notice: unknown_categories.written_otherwise
# source: constructed
# says: new_shops\['floor'\]\s+holds\s+the\s+text\s+'\d'
# says: all\s+12\s+rows
# says: new_shops\['floor'\]\s+=\s+new_shops\['floor'\]\.astype\(int\)
# %% before
from fastai.tabular.all import *
rng = np.random.default_rng(1)
shops = pd.DataFrame({'floor': rng.integers(1, 5, 90), 'city': rng.choice(['Bonn', 'Kiel', 'Ulm'], 90), 'area': rng.uniform(20, 90, 90)})
shops['busy'] = np.where(shops.floor > 2, 'yes', 'no')
dls = TabularDataLoaders.from_df(shops, procs=[Categorify, Normalize], cat_names=['floor', 'city'], cont_names=['area'], y_names='busy', y_block=CategoryBlock(), bs=15)
learn = tabular_learner(dls, layers=[8])
new_shops = shops.drop(columns='busy').head(12).copy()
new_shops['floor'] = new_shops['floor'].astype(str)
# %% cell
dl = dls.test_dl(new_shops)
# %% mended
new_shops['floor'] = new_shops['floor'].astype(int)
dl = dls.test_dl(new_shops)
