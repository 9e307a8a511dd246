# rule: tabular_learners.other_kind_of_rows
# source: constructed
# says: pd.read_csv\('test.csv'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
df.drop(columns='salary').to_csv('test.csv', index=False)
learn = tabular_learner(dls, layers=[10])
# %% fails
dl = learn.dls.test_dl('test.csv')
# %% mended
dl = learn.dls.test_dl(pd.read_csv('test.csv'))
