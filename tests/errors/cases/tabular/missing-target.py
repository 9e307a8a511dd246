# rule: categories.class_without_number
# source: https://github.com/fastai/fastai2/issues/534
# says: NaN
# says: dropna\(subset=\['salary'\]\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df.loc[[3, 8, 21, 50], 'salary'] = np.nan
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=[70, 71, 72])
# %% fails
learn = tabular_learner(dls, layers=[10], metrics=accuracy)
learn.fit_one_cycle(1)
# %% mended
df = df.dropna(subset=['salary']).reset_index(drop=True)
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=[70, 71, 72])
learn = tabular_learner(dls, layers=[10], metrics=accuracy)
learn.fit_one_cycle(1)
