# rule: categories.column_in_both
# source: constructed
# says: age
# says: cat_names
# says: cont_names
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['age'] = df['age'] % 30
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass', 'age'],
                                 cont_names=['age', 'hours'], y_names='salary', bs=16)
learn = tabular_learner(dls, layers=[10])
# %% fails
learn.fit_one_cycle(1)
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'],
                                 cont_names=['age', 'hours'], y_names='salary', bs=16)
learn = tabular_learner(dls, layers=[10])
learn.fit_one_cycle(1)
