# rule: tabular.no_numbers_in_cont
# source: https://stackoverflow.com/questions/22137723
# says: income
# says: 1,200
# says: str.replace\(',', ''\).astype\(float\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['income'] = [f'{1200 + o * 37:,}' for o in range(80)]
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'],
                                 cont_names=['age', 'income'], y_names='salary')
# %% mended
df['income'] = df['income'].str.replace(',', '').astype(float)
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'],
                                 cont_names=['age', 'income'], y_names='salary')
