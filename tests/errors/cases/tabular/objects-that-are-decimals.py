# rule: tabular.no_numbers_in_cont
# source: constructed
# says: df\['paid'\] = df\['paid'\]\.astype\('float64'\)
# %% before
from decimal import Decimal
from fastai.tabular.all import *
df = pd.DataFrame({'town': ['Ulm', 'Bonn', 'Kiel', 'Ulm'] * 10, 'paid': [Decimal(o) / 4 for o in range(40)], 'price': [o / 2 for o in range(40)]})
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['town'], cont_names=['paid'], y_names='price', bs=8)
# %% mended
df['paid'] = df['paid'].astype('float64')
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['town'], cont_names=['paid'], y_names='price', bs=8)
