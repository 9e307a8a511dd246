# rule: none
# source: constructed
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
def checked(table):
    dl = dls.test_dl(table)
    assert len(dl.dataset) == 3
    return dl
# %% fails
try: checked(df)
except AssertionError: raise AssertionError('three rows are wanted') from None
