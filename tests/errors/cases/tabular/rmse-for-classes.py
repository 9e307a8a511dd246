# rule: categories.metric_of_numbers
# source: constructed
# says: rmse
# says: accuracy
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
learn = tabular_learner(dls, layers=[10], metrics=rmse)
# %% fails
learn.fit_one_cycle(1)
# %% mended
learn.metrics = accuracy
learn.fit_one_cycle(1)
