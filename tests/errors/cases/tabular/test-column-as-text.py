# rule: tabular_learners.other_kind_of_rows
# source: constructed
# says: age
# says: text
# says: test\['age'\].astype\(float\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
learn = tabular_learner(dls, layers=[10])
test = df.drop(columns='salary').astype({'age': str})
# %% fails
dl = learn.dls.test_dl(test)
# %% mended
test['age'] = test['age'].astype(float)
dl = learn.dls.test_dl(test)
