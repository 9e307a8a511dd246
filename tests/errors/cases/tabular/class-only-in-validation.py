# rule: categories.class_without_number
# source: constructed
# says: 'rare'
# says: training rows
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df.loc[79, 'salary'] = 'rare'
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=list(range(60, 80)))
learn = tabular_learner(dls, layers=[10], metrics=accuracy)
# %% fails
learn.fit_one_cycle(1)
# %% mended
n = df['salary'].map(df['salary'].value_counts())
df = df[n > 5].reset_index(drop=True)
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=list(range(60, 79)), bs=16)
learn = tabular_learner(dls, layers=[10], metrics=accuracy)
learn.fit_one_cycle(1)
