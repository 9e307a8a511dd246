# rule: inference.column_missing
# source: constructed
# says: tst = add_datepart\(tst, 'opened', prefix='day_'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'shop': [1, 2] * 30, 'opened': pd.date_range('2020-01-01', periods=60).astype(str), 'sold': np.arange(60.)})
tst = df.iloc[:5].drop(columns='sold').copy()
for col in ['opened']:
    add_datepart(df, col, prefix='day_')
dls = TabularDataLoaders.from_df(df, y_names='sold', cat_names=['shop', 'day_Dayofweek'], cont_names=['day_Elapsed'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
# %% fails
dl = dls.test_dl(tst)
# %% mended
tst = add_datepart(tst, 'opened', prefix='day_')
dl = dls.test_dl(tst)
