# rule: tabular_learners.emb_szs_no_dict
# source: https://github.com/fastai/fastai/issues/3986
# says: dict
# says: emb_szs=\{'workclass': 2, 'education': 3\}
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
# %% fails
learn = tabular_learner(dls, layers=[20, 10], emb_szs=[(3, 2), (5, 3)])
# %% mended
learn = tabular_learner(dls, layers=[20, 10], emb_szs={'workclass': 2, 'education': 3})
