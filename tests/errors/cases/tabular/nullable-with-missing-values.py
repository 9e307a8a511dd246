# rule: tabular.no_numbers_in_cont
# source: constructed
# says: own\s+dtype\s+Int64
# says: FillMissing
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'city': ['Oslo', 'Bergen'] * 30, 'rooms': list(range(60)), 'area': np.random.rand(60), 'sold': ['yes', 'no', 'no'] * 20})
df['rooms'] = df['rooms'].astype('Int64')
df.loc[5, 'rooms'] = pd.NA
# %% fails
dls = TabularDataLoaders.from_df(df, y_names='sold', cat_names=['city'], cont_names=['rooms', 'area'],
                                 procs=[Categorify, Normalize], bs=8)
# %% mended
df['rooms'] = df['rooms'].astype('float64')
dls = TabularDataLoaders.from_df(df, y_names='sold', cat_names=['city'], cont_names=['rooms', 'area'],
                                 procs=[Categorify, FillMissing, Normalize], bs=8)
