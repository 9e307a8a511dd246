# rule: tabular_learners.missing_in_new_rows
# source: https://github.com/fastai/fastai/issues/2911
# says: age
# says: FillMissing
# says: test\['age'\] = test\['age'\].fillna\(df\['age'\].median\(\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
learn = tabular_learner(dls, layers=[10])
test = df.drop(columns='salary')
test.loc[4, 'age'] = np.nan
# %% fails
dl = learn.dls.test_dl(test)
# %% mended
test['age'] = test['age'].fillna(df['age'].median())
dl = learn.dls.test_dl(test)
