# rule: tabular.no_numbers_in_cont
# source: https://github.com/fastai/fastbook/issues/411
# says: pd\.to_numeric\(df\['beds'\], errors='coerce'\)\.astype\('float64'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'town': ['Ulm', 'Bonn', 'Kiel', 'Ulm'] * 10, 'beds': pd.Series([2, None, 3, 1] * 10, dtype='Int64').astype(object),
                   'area': [50.0 + o for o in range(40)], 'price': [o / 2 for o in range(40)]})
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['town'], cont_names=['beds', 'area'], y_names='price', bs=8)
# %% mended
df['beds'] = pd.to_numeric(df['beds'], errors='coerce').astype('float64')
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['town'], cont_names=['beds', 'area'], y_names='price', bs=8)
