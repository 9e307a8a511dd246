# notice: row_numbers.saved_index_as_feature
# source: constructed
# says: 'Unnamed: 0' is the index that was saved
# says: cars = pd\.read_csv\('cars\.csv', index_col=0\)
# %% before
from fastai.tabular.all import *
rng = np.random.default_rng(3)
table = pd.DataFrame({'km': rng.random(60) * 90, 'doors': rng.choice(['two', 'four'], 60), 'sold': rng.choice(['yes', 'no'], 60)})
table.sort_values('sold').reset_index(drop=True).to_csv('cars.csv')
# %% cell
cars = pd.read_csv('cars.csv')
nums, kinds = cont_cat_split(cars, dep_var='sold')
dls = TabularDataLoaders.from_df(cars, procs=[Categorify, Normalize], cat_names=kinds, cont_names=nums, y_names='sold', bs=16)
# %% mended
cars = pd.read_csv('cars.csv', index_col=0)
nums, kinds = cont_cat_split(cars, dep_var='sold')
dls = TabularDataLoaders.from_df(cars, procs=[Categorify, Normalize], cat_names=kinds, cont_names=nums, y_names='sold', bs=16)
