# rule: tabular_learners.missing_in_new_rows
# source: https://github.com/fastai/fastai/issues/2911
# says: validation
# says: df\['age'\] = df\['age'\].fillna
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df.loc[70, 'age'] = np.nan
splits = (list(range(60)), list(range(60, 80)))
# %% fails
to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['workclass'], ['age'], y_names='salary', splits=splits)
# %% mended
df['age'] = df['age'].fillna(df['age'].median())
to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['workclass'], ['age'], y_names='salary', splits=splits)
