# notice: unknown_categories.written_otherwise
# source: constructed
# says: 'Bonn\s+'
# says: df\['city'\]\s+=\s+df\['city'\]\.str\.strip\(\)
# %% before
from fastai.tabular.all import *
rng = np.random.default_rng(1)
shops = pd.DataFrame({'floor': rng.integers(1, 5, 90), 'city': rng.choice(['Bonn', 'Kiel', 'Ulm'], 90), 'area': rng.uniform(20, 90, 90)})
shops['busy'] = np.where(shops.floor > 2, 'yes', 'no')
dls = TabularDataLoaders.from_df(shops, procs=[Categorify, Normalize], cat_names=['floor', 'city'], cont_names=['area'], y_names='busy', y_block=CategoryBlock(), bs=15)
learn = tabular_learner(dls, layers=[8])
new_shops = shops.drop(columns='busy').head(12).copy()
new_shops['city'] = [one + ' ' if one == 'Bonn' else one for one in new_shops.city]
def predict(df):
    test = learn.dls.test_dl(df.copy())
    return learn.get_preds(dl=test)[0]
# %% cell
answers = predict(new_shops)
# %% mended
def predict(df):
    df['city'] = df['city'].str.strip()
    test = learn.dls.test_dl(df.copy())
    return learn.get_preds(dl=test)[0]
answers = predict(new_shops)
