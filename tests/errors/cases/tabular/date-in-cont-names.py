# rule: tabular.no_numbers_in_cont
# source: constructed
# says: saledate
# says: add_datepart\(df, 'saledate'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['saledate'] = pd.date_range('2020-01-01', periods=80)
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'],
                                 cont_names=['age', 'saledate'], y_names='salary')
# %% mended
df = add_datepart(df, 'saledate')
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass', 'saleIs_month_end'],
                                 cont_names=['age', 'saleYear', 'saleMonth', 'saleElapsed'], y_names='salary')
