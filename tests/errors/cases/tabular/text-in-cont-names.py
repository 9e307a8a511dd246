# rule: tabular.no_numbers_in_cont
# source: https://github.com/fastai/fastbook/issues/249
# says: cont_names
# says: education
# says: cat_names = \['workclass', 'education'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
cat_names = ['workclass']
cont_names = ['age', 'education']
# %% fails
to = TabularPandas(df, [Categorify, FillMissing, Normalize], cat_names, cont_names, y_names='salary', splits=RandomSplitter()(range_of(df)))
# %% mended
cat_names = ['workclass', 'education']
cont_names = ['age']
to = TabularPandas(df, [Categorify, FillMissing, Normalize], cat_names, cont_names, y_names='salary', splits=RandomSplitter()(range_of(df)))
